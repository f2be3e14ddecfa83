import { useState } from "react";
import { announce } from "#app/ui/announcer.tsx";
import { Button } from "#app/ui/button.tsx";

/** Copies `text`; where the browser does not allow it, says so, and the text beside it can be selected. */
export function CopyButton({ text, label = "Copy" }: { text: string; label?: string }) {
  const [state, setState] = useState(label);
  const show = (words: string) => {
    setState(words);
    announce(words);
  };
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => show("Copied"),
      () => show("Select the text and copy it"),
    );
  return <Button onClick={copy}>{state}</Button>;
}
