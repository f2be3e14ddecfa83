import { Link2, Unlink } from "lucide-react";
import { useWords } from "#app/words/speech.tsx";

/** Whether the record is still as it was written: every event carries the hash of the one before it. */
export function Chain({ isIntact }: { isIntact: boolean }) {
  const say = useWords("record");
  if (isIntact)
    return (
      <p className="chain">
        <Link2 size={16} aria-hidden="true" /> {say("chain_intact")}
      </p>
    );
  return (
    <p className="chain" data-broken role="alert">
      <Unlink size={16} aria-hidden="true" /> {say("chain_broken")}
    </p>
  );
}
