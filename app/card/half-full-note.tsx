import { X } from "lucide-react";
import { useEffect, useState } from "react";
import { announce } from "#app/ui/announcer.tsx";
import { Button } from "#app/ui/button.tsx";

const WORDS =
  "This card is more than half full. Link to long texts instead of pasting them, and take out what nobody needs: a full card takes no more words.";

/** Tells whoever may edit, once, long before the card takes no more. */
export function HalfFullNote({ isHalfFull }: { isHalfFull: boolean }) {
  const [read, setRead] = useState(false);
  const isShown = isHalfFull && !read;
  useEffect(() => {
    if (isShown) announce(WORDS);
  }, [isShown]);
  if (!isShown) return null;
  return (
    <div className="half-full">
      <p>{WORDS}</p>
      <Button kind="plain" icon aria-label="Close this notice" onClick={() => setRead(true)}>
        <X size={16} aria-hidden="true" />
      </Button>
    </div>
  );
}
