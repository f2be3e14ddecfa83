import { type MouseEvent, type ReactNode, useEffect } from "react";
import { newId } from "#app/card/new-id.ts";
import { useWriting } from "#app/release/use-writing.ts";
import { announce } from "#app/ui/announcer.tsx";
import { useWords } from "#app/words/speech.tsx";

/** From so many claims on a file, or the release itself, takes long enough to be told how far it is. */
export const LARGE = 1_000;

type LinkProps = { href: string; claims: number; children: ReactNode; purpose: string };

/** A link that downloads a file of a release and, of a large one, says how many of its claims are written. */
export function FileLink({ href, claims, children, purpose }: LinkProps) {
  const { writing, begin } = useWriting();
  const mark = (event: MouseEvent<HTMLAnchorElement>) => {
    const given = newId();
    event.currentTarget.search = `?mark=${given}`;
    begin(given);
  };
  return (
    <>
      <a className="file-link" href={href} download onClick={claims >= LARGE ? mark : undefined}>
        {children}
      </a>
      <span className="file-purpose">
        {purpose}
        {writing && <Progress {...writing} />}
      </span>
    </>
  );
}

function Progress({ claims, of, state }: NonNullable<ReturnType<typeof useWriting>["writing"]>) {
  const words = useWords("release")(`file_${state}`, { claims, of });
  useEffect(() => {
    if (state !== "writing") announce(words);
  }, [state, words]);
  return (
    <span className="file-progress" data-state={state}>
      {state === "writing" && <progress value={claims} max={of} aria-label={words} />}
      <span>{words}</span>
    </span>
  );
}
