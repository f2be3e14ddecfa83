import { useLocation, useNavigate, useParams } from "@remix-run/react";
import { type RefObject, useCallback, useEffect, useRef } from "react";
import { useEscape } from "#app/article/use-escape.ts";

type Given = { panel: RefObject<HTMLElement>; root: RefObject<HTMLElement>; path: string; isFree: boolean };

/**
 * The claim that stands open beside the text. Which one it is says the address, so it can be shared; the text stays where
 * it is. Closing gives the focus back to where it was. `isFree`: Esc means nothing else at this moment.
 */
export function useBeside({ panel, root, path, isFree }: Given) {
  const { search } = useLocation();
  const navigate = useNavigate();
  const given = Number(useParams().claimNumber);
  const open = Number.isSafeInteger(given) && given > 0 ? given : null;
  const origin = useRef<Element | null>(null);
  const takesFocus = useRef(false);
  const pathOf = (number: number | null) => `${path}${number === null ? "" : `/claims/${number}`}${versionIn(search)}`;

  const show = (number: number, how: "into" | "follow") => {
    if (open === null) origin.current = document.activeElement;
    takesFocus.current = how === "into";
    navigate(pathOf(number), { preventScrollReset: true, replace: open !== null });
  };
  const close = () => navigate(pathOf(null), { preventScrollReset: true, replace: true });
  useEscape(open !== null && isFree, close);

  const last = useRef(open);
  const giveBack = useCallback(
    (number: number) => {
      const from = origin.current;
      const own = root.current?.querySelector(`#claim-${number}`);
      const to = from?.isConnected && from !== document.body ? from : own;
      origin.current = null;
      if (to instanceof HTMLElement) to.focus({ preventScroll: true });
    },
    [root],
  );
  useEffect(() => {
    const before = last.current;
    last.current = open;
    if (open === null && before !== null) giveBack(before);
    if (open === null) return;
    if (takesFocus.current) panel.current?.focus({ preventScroll: true });
    takesFocus.current = false;
    keepUncovered(root.current?.querySelector(`#claim-${open}`), panel.current);
  }, [open, panel, root, giveBack]);
  return { open, show, close };
}

/** A sheet must not lie over the words that it is about; beside them the text does not move at all. */
function keepUncovered(number: Element | null | undefined, panel: HTMLElement | null): void {
  if (panel && getComputedStyle(panel).position === "fixed") number?.scrollIntoView({ block: "nearest" });
}

/** The version that is read stays in the address; nothing else does. */
function versionIn(search: string): string {
  const version = new URLSearchParams(search).get("version");
  return version === null ? "" : `?version=${encodeURIComponent(version)}`;
}
