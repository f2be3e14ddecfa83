import { useEffect } from "react";
import { whenIdle } from "#app/ui/when-idle.ts";

const CARD = "routes/cases.$number.claims.$claimNumber";

/** Has the code of cards fetched when nothing else is to do, so that the first one opens like the second. */
export function useCardSoon(): void {
  useEffect(() => whenIdle(fetchCard), []);
}

/** Not as Remix itself fetches ahead, whose styles are called for at once and then not used. */
function fetchCard(): void {
  const { module, imports = [], css = [] } = window.__remixManifest.routes[CARD] ?? { module: "" };
  for (const href of [module, ...imports]) if (href) fetchAhead({ rel: "modulepreload", href });
  for (const href of css) fetchAhead({ rel: "prefetch", as: "style", href });
}

function fetchAhead(wanted: { rel: string; as?: string; href: string }): void {
  const link = Object.assign(document.createElement("link"), wanted);
  link.onload = () => link.remove();
  document.head.append(link);
}
