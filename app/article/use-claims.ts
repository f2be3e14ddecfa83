import { type RefObject, useCallback, useRef } from "react";
import { useBeside } from "#app/article/use-beside.ts";
import { useChosenClaim } from "#app/article/use-chosen-claim.ts";
import type { MarkView } from "#server/services/document-view.ts";

type Given = {
  root: RefObject<HTMLElement>;
  /** The address of the article without a claim. */
  path: string;
  /** One mark per claim, in the order of the text. */
  claims: readonly MarkView[];
  isFree: boolean;
};

/** The claim that is looked at, in the text, in the list and beside the text: all three show the same one. */
export function useClaims({ root, path, claims, isFree }: Given) {
  const panel = useRef<HTMLElement>(null);
  const beside = useBeside({ panel, root, path, isFree });
  const follow = (claimNumber: number) => beside.open !== null && beside.show(claimNumber, "follow");
  const choice = useChosenClaim(root, claims, { open: beside.open, onStep: follow });
  const open = (claimId: string, how: "scroll" | "stay") => {
    const number = claims.find((one) => one.claimId === claimId)?.claimNumber;
    if (number === undefined) return;
    if (number === beside.open && how === "stay") return beside.close();
    choice.choose(claimId, how);
    beside.show(number, "into");
  };
  const latest = useRef(open);
  latest.current = open;
  // Paragraphs are drawn anew when this is another function.
  const onNumber = useCallback((claimId: string) => latest.current(claimId, "stay"), []);
  const onListed = (claimId: string) => open(claimId, "scroll");
  return { choice, beside: { ...beside, panel }, onNumber, onListed };
}
