import "#app/release/hash.css";
import { shortHash } from "#app/board/words.ts";

/** A hash in short, enough to compare by eye; opened, the whole of it to copy. */
export function Hash({ value, label }: { value: string; label: string }) {
  return (
    <details className="hash" title={value}>
      <summary aria-label={`${label} ${shortHash(value)}, show all of it`}>
        <code>{shortHash(value)}</code>
      </summary>
      <code className="hash-whole">{value}</code>
    </details>
  );
}
