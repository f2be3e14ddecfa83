import "#app/board/facts.css";
import { useClock } from "#app/ui/clock.ts";
import { Time } from "#app/ui/time.tsx";
import { Words } from "#app/words/speech.tsx";
import type { Status } from "#domain/status.ts";

/** `bare`: under a heading that says what it is. */
type DueProps = { at: number | null; status: Status; bare?: boolean };

/**
 * The due time, while there is something left to do; "Late" in words once it has passed and the claim is not signed off.
 */
export function Due({ at, status, bare = false }: DueProps) {
  const now = useClock()?.now ?? 0;
  const isLate = at !== null && at < now && status !== "signed_off" && status !== "dropped";
  if (at === null || status === "released") return null;
  const time = <Time at={at} show="near" />;
  return (
    <span className="due" data-late={isLate || undefined}>
      {bare && !isLate ? time : <Words room="claims" id={isLate ? "late" : "due"} values={{ time }} />}
    </span>
  );
}
