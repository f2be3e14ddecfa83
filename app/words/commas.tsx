import type { ReactElement, ReactNode } from "react";
import { Words } from "#app/words/speech.tsx";

/** Short facts one after the other, each apart from the others, whatever the direction of its words. */
export function Commas({ of: facts }: { of: readonly ReactElement[] }): ReactNode {
  const last = facts.at(-1);
  if (!last) return null;
  const next = <bdi>{last}</bdi>;
  if (facts.length === 1) return next;
  return <Words room="controls" id="comma" values={{ before: <Commas of={facts.slice(0, -1)} />, next }} />;
}
