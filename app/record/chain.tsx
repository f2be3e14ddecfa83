import { Link2, Unlink } from "lucide-react";

/** Whether the record is still as it was written: every event carries the hash of the one before it. */
export function Chain({ isIntact }: { isIntact: boolean }) {
  if (isIntact)
    return (
      <p className="chain">
        <Link2 size={16} aria-hidden="true" /> The chain is intact: every event fits the one before it.
      </p>
    );
  return (
    <p className="chain" data-broken role="alert">
      <Unlink size={16} aria-hidden="true" /> The chain is broken: somebody changed the record outside Assay. Ask an
      admin to compare it with a backup.
    </p>
  );
}
