import "#app/release/hash.css";
import { shortHash } from "#app/release/short-hash.ts";
import { useWords } from "#app/words/speech.tsx";

/** A hash in short, enough to compare by eye; opened, the whole of it to copy. */
export function Hash({ value, label }: { value: string; label: string }) {
  const say = useWords("release");
  return (
    <details className="hash" title={value}>
      <summary aria-label={say("hash_shown", { label, hash: shortHash(value) })}>
        <code dir="ltr">{shortHash(value)}</code>
      </summary>
      <code className="hash-whole" dir="ltr">
        {value}
      </code>
    </details>
  );
}
