import "#app/board/facts.css";
import { useWords, Words } from "#app/words/speech.tsx";

type SignOffsProps = { of: { current: number; stale: number; quorum: number } };

/** "1 of 2 signed, 1 stale": how many stand behind today's text, and how many signed an earlier one. */
export function SignOffs({ of: { current, stale, quorum } }: SignOffsProps) {
  const say = useWords("claims");
  const staleWords = (inside: React.ReactNode) => <span className="stale">{inside}</span>;
  return (
    <span className="sign-offs" data-complete={current >= quorum || undefined}>
      {stale === 0 ? (
        say("signed", { current, quorum })
      ) : (
        <Words room="claims" id="signed_and_stale" values={{ current, quorum, count: stale, stale: staleWords }} />
      )}
    </span>
  );
}
