import type { ClientLoaderFunctionArgs, ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { reloadList } from "#app/board/reach.ts";
import { keepPage } from "#app/live/keep-page.ts";
import { isUnasked } from "#app/live/unasked.ts";

// Half of what a page of a case shows is the case's: its settings, people and documents. What colleagues do on claims changes
// nothing of it, so it is loaded again only with what does, and until such a load has succeeded.

let isOld = false;

/** Something of it has changed. */
export function noteCaseChange(): void {
  isOld = true;
}

/** The client loader of the half. */
export function keepCase() {
  const keep = keepPage();
  const clientLoader = ({ serverLoader, ...call }: ClientLoaderFunctionArgs) =>
    keep({
      ...call,
      serverLoader: (async () => {
        // Where an answer is given up because a step follows, it may have come by then.
        call.request.signal.addEventListener("abort", noteCaseChange, { once: true });
        const facts = await serverLoader();
        isOld = false;
        return facts;
      }) as never,
    });
  return Object.assign(clientLoader, { hydrate: true as const });
}

/** A load that colleagues caused leaves it alone, unless somebody was on the way to another page, maybe of another case. */
export function reloadCase(args: ShouldRevalidateFunctionArgs): boolean {
  const isHere = args.currentUrl.href === args.nextUrl.href;
  return isUnasked() && isHere && !isOld ? false : reloadList(args);
}
