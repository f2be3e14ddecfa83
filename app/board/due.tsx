import "#app/board/facts.css";
import { Time } from "#app/ui/time.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import { Words } from "#app/words/speech.tsx";
import type { Status } from "#domain/status.ts";

/** `bare`: under a heading that says what it is. */
type DueProps = { at: number | null; status: Status; bare?: boolean };

/**
 * The due time, while there is something left to do; "Late" in words once it has passed and the claim is not signed off.
 * Only the reader's clock can tell.
 */
export function Due({ at, status, bare = false }: DueProps) {
  const isLate = useHydrated() && at !== null && at < Date.now() && status !== "signed_off" && status !== "dropped";
  if (at === null || status === "released") return null;
  const time = <Time at={at} show="near" />;
  return (
    <span className="due" data-late={isLate || undefined}>
      {bare && !isLate ? time : <Words room="claims" id={isLate ? "late" : "due"} values={{ time }} />}
    </span>
  );
}
