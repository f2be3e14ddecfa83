import "#app/board/facts.css";
import { Time } from "#app/ui/time.tsx";
import { useHydrated } from "#app/ui/use-hydrated.ts";
import type { Status } from "#domain/status.ts";

/**
 * The due time, while there is something left to do; "Late" in words once it has passed and the claim is not signed off.
 * Only the reader's clock can tell.
 */
export function Due({
  at,
  status,
  bare = false,
}: {
  at: number | null;
  status: Status /** Under a heading that says it. */;
  bare?: boolean;
}) {
  const isLate = useHydrated() && at !== null && at < Date.now() && status !== "signed_off" && status !== "dropped";
  if (at === null || status === "released") return null;
  return (
    <span className="due" data-late={isLate || undefined}>
      {isLate ? "Late: " : bare ? "" : "Due "}
      <Time at={at} show="near" />
    </span>
  );
}
