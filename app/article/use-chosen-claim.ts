import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { domPlace } from "#app/article/dom-place.ts";
import type { Span } from "#domain/sentences.ts";
import type { MarkView } from "#server/services/document-view.ts";

/** `open` is the number of the claim that stands beside the text, `onStep` hears of the one that a step leads to. */
type Beside = { open: number | null; onStep: (claimNumber: number) => void };

/** The claim that is looked at: its words stand out in the text and its entry in the list. */
export function useChosenClaim(root: RefObject<HTMLElement>, claims: readonly MarkView[], { open, onStep }: Beside) {
  const [chosen, setChosen] = useState<string | null>(null);
  const mark = claims.find((one) => one.claimId === chosen) ?? null;
  const latest = useRef({ claims, chosen, onStep });
  latest.current = { claims, chosen, onStep };

  const choose = useCallback(
    (claimId: string, how: "scroll" | "focus" | "stay") => {
      setChosen(claimId);
      const number = root.current?.querySelector<HTMLElement>(`[data-claim="${CSS.escape(claimId)}"]`);
      if (how !== "stay" && number) bringToMiddle(number);
      if (how === "focus") number?.focus({ preventScroll: true });
    },
    [root],
  );
  const goTo = useCallback(
    (claimId: string) => {
      choose(claimId, "focus");
      const number = latest.current.claims.find((one) => one.claimId === claimId)?.claimNumber;
      if (number !== undefined) latest.current.onStep(number);
    },
    [choose],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const { claims: list, chosen: at } = latest.current;
      const from = list.findIndex((one) => one.claimId === at);
      const next = from < 0 ? list.at(by === 1 ? 0 : -1) : list[(from + by + list.length) % list.length];
      if (next) goTo(next.claimId);
    },
    [goTo],
  );
  const showPlace = (select: (span: Span) => void) => (span: Span) => {
    const place = root.current && domPlace(root.current, span.start, "start");
    if (place?.node.parentElement) bringToMiddle(place.node.parentElement);
    select(span);
  };
  useFromAddress(claims, open, choose);
  useOpen(claims, open, setChosen);
  return { mark, choose, goTo, step, showPlace };
}

/** An address that ends in "#claim-3" shows that claim, and so does one that opens it beside the text. */
function useFromAddress(
  claims: readonly MarkView[],
  open: number | null,
  choose: (claimId: string, how: "scroll") => void,
): void {
  const first = useRef({ claims, open });
  useEffect(() => {
    const number = Number(location.hash.match(/^#claim-(\d+)$/)?.[1] ?? first.current.open);
    const found = first.current.claims.find((one) => one.claimNumber === number);
    if (found) choose(found.claimId, "scroll");
  }, [choose]);
}

/** The claim beside the text is the one that is looked at; when it is closed, none is. */
function useOpen(claims: readonly MarkView[], open: number | null, setChosen: (claimId: string | null) => void): void {
  const latest = useRef(claims);
  latest.current = claims;
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (open !== before.current) setChosen(latest.current.find((one) => one.claimNumber === open)?.claimId ?? null);
    before.current = open;
  }, [open, setChosen]);
}

function bringToMiddle(element: HTMLElement): void {
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: isStill ? "auto" : "smooth" });
}
