import "#app/ui/status-word.css";
import { useWords } from "#app/words/speech.tsx";
import type { Status } from "#domain/status.ts";

/** The status in words, with a sign of how far along it is (filled steps; a struck line for dropped). */
export function StatusWord({ status }: { status: Status }) {
  const say = useWords("statuses");
  return (
    <span className="status-word" data-status={status}>
      <span className="status-steps" aria-hidden="true" />
      {say(status)}
    </span>
  );
}
