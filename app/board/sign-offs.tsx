import "#app/board/facts.css";
/** "1 of 2 signed, 1 stale": how many stand behind today's text, and how many signed an earlier one. */
export function SignOffs({
  of: { current, stale, quorum },
}: {
  of: { current: number; stale: number; quorum: number };
}) {
  return (
    <span className="sign-offs" data-complete={current >= quorum || undefined}>
      {current} of {quorum} signed
      {stale > 0 && <span className="stale">, {stale} stale</span>}
    </span>
  );
}
