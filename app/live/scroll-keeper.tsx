import { ScrollRestoration, useLocation, useRevalidator } from "@remix-run/react";
import { useEffect, useLayoutEffect, useRef } from "react";

/** Before the browser paints; on the server nothing is drawn. */
const useDrawn = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * Gives a page its place back when one returns to it. Remix takes the end of a load of the same page for a return too, to
 * where the page stood when that load began: whoever scrolls while colleagues' changes come in would be taken back.
 */
export function ScrollKeeper({ nonce }: { nonce: string | undefined }) {
  const { key } = useLocation();
  const { state } = useRevalidator();
  const before = useRef({ key, state });
  const stay = useRef(() => {});
  const holdStill = () => {
    const isSamePage = before.current.key === key && before.current.state === "loading" && state === "idle";
    stay.current = isSamePage ? withoutScrolling() : () => {};
    before.current = { key, state };
  };
  useDrawn(() => stay.current());
  return (
    <>
      <Before onDraw={holdStill} />
      <ScrollRestoration nonce={nonce} />
    </>
  );
}

/** The effect of this comes before those of what stands after it, and theirs before that of what stands around them. */
function Before({ onDraw }: { onDraw: () => void }) {
  useDrawn(onDraw);
  return null;
}

/** Nothing scrolls by `scrollTo` until the answer is called; a scroll that is under way goes on. */
function withoutScrolling(): () => void {
  const { scrollTo } = window;
  window.scrollTo = () => {};
  return () => {
    window.scrollTo = scrollTo;
  };
}
