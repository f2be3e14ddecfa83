import type { Status } from "#domain/status.ts";

const FILL: Record<Status, string | null> = {
  inbox: null,
  researching: "M4 9a5 5 0 0 0 10 0z",
  in_review: "M4 9a5 5 0 0 0 10 0z",
  signed_off: "M9 4a5 5 0 1 1 0 10a5 5 0 1 1 0-10z",
  released: "M4 4h10v10H4z",
  dropped: null,
};

/** How far along a status is, drawn as in `StatusWord`: filled steps, a square, a line. */
export function StatusSign({ status }: { status: Status }) {
  const fill = FILL[status];
  return (
    <g className="status-sign" data-status={status}>
      {status === "dropped" && <path d="M4 9h10" />}
      {status !== "dropped" && status !== "released" && <circle cx={9} cy={9} r={5} />}
      {fill && <path className="status-sign-fill" d={fill} />}
    </g>
  );
}
