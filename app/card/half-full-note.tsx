import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { announce } from "#app/ui/announcer.tsx";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";

/** Tells whoever may edit, once, long before the card takes no more. */
export function HalfFullNote({ isHalfFull }: { isHalfFull: boolean }) {
  const words = useWords("card")("half_full");
  const say = useWords("controls");
  const [read, setRead] = useState(false);
  const isShown = isHalfFull && !read;
  useEffect(() => {
    if (isShown) announce(words);
  }, [isShown, words]);
  if (!isShown) return null;
  return (
    <div className="half-full">
      <p>{words}</p>
      <Button kind="plain" icon aria-label={say("close_notice")} onClick={() => setRead(true)}>
        <X size={16} aria-hidden="true" />
      </Button>
    </div>
  );
}
