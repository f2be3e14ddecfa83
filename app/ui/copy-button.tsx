import { useState } from "react";
import { announce } from "#app/ui/announcer.tsx";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";

/** Copies `text`; where the browser does not allow it, says so, and the text beside it can be selected. */
export function CopyButton({ text, label }: { text: string; label?: string }) {
  const say = useWords("controls");
  const [state, setState] = useState(label ?? say("copy"));
  const show = (words: string) => {
    setState(words);
    announce(words);
  };
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => show(say("copied")),
      () => show(say("copy_by_hand")),
    );
  return <Button onClick={copy}>{state}</Button>;
}
