import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { domPlace } from "#app/article/dom-place.ts";
import type { Span } from "#domain/sentences.ts";
import type { MarkView } from "#server/services/document-view.ts";

/** The claim that is looked at: its words stand out in the text and its entry in the list. */
export function useChosenClaim(root: RefObject<HTMLElement>, claims: readonly MarkView[]) {
  const [chosen, setChosen] = useState<string | null>(null);
  const mark = claims.find((one) => one.claimId === chosen) ?? null;
  const latest = useRef({ claims, chosen });
  latest.current = { claims, chosen };

  const choose = useCallback(
    (claimId: string, how: "scroll" | "focus" | "stay") => {
      setChosen((before) => (before === claimId && how === "stay" ? null : claimId));
      const number = root.current?.querySelector<HTMLElement>(`[data-claim="${CSS.escape(claimId)}"]`);
      if (how !== "stay" && number) bringToMiddle(number);
      if (how === "focus") number?.focus({ preventScroll: true });
    },
    [root],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const { claims: list, chosen: at } = latest.current;
      const from = list.findIndex((one) => one.claimId === at);
      const next = from < 0 ? list.at(by === 1 ? 0 : -1) : list[(from + by + list.length) % list.length];
      if (next) choose(next.claimId, "focus");
    },
    [choose],
  );
  const showPlace = (select: (span: Span) => void) => (span: Span) => {
    const place = root.current && domPlace(root.current, span.start, "start");
    if (place?.node.parentElement) bringToMiddle(place.node.parentElement);
    select(span);
  };
  useFromAddress(claims, choose);
  return { mark, choose, step, showPlace };
}

/** An address that ends in "#claim-3" shows that claim. */
function useFromAddress(claims: readonly MarkView[], choose: (claimId: string, how: "scroll") => void): void {
  const first = useRef(claims);
  useEffect(() => {
    const number = Number(location.hash.match(/^#claim-(\d+)$/)?.[1]);
    const found = first.current.find((one) => one.claimNumber === number);
    if (found) choose(found.claimId, "scroll");
  }, [choose]);
}

function bringToMiddle(element: HTMLElement): void {
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  element.scrollIntoView({ block: "center", behavior: isStill ? "auto" : "smooth" });
}
