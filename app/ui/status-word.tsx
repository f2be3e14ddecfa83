import "#app/ui/status-word.css";
import { STATUS_WORDS, type Status } from "#domain/status.ts";

/** The status in words, with a sign of how far along it is (filled steps; a struck line for dropped). */
export function StatusWord({ status }: { status: Status }) {
  return (
    <span className="status-word" data-status={status}>
      <span className="status-steps" aria-hidden="true" />
      {STATUS_WORDS[status]}
    </span>
  );
}
