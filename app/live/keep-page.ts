import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { keepSame } from "#app/live/keep-same.ts";
import { owedLoad } from "#app/live/owed-load.ts";
import { signedOut } from "#app/live/signed-out.ts";
import { isUnasked } from "#app/live/unasked.ts";

type Loader = ((args: ClientLoaderFunctionArgs) => Promise<unknown>) & { hydrate: true };

/**
 * The client loader of every screen of a case. Its data is loaded again whenever colleagues change something, and such
 * a load may find a dead server, or nobody signed in: then the page stays as it is, with all that was typed on it,
 * instead of making room for another page. A refusal (404, 403) is an answer and is shown. What says the same as before
 * is not drawn again. `pageOf` makes one address of those that are one page.
 */
export function keepPage(pageOf: (url: string) => string = (url) => url): Loader {
  let kept: { url: string; data: unknown } | null = null;
  const clientLoader = async ({
    request,
    serverLoader,
  }: Pick<ClientLoaderFunctionArgs, "request" | "serverLoader">) => {
    const unasked = isUnasked();
    // Nothing is made of an answer after this, also if it has come by then.
    if (unasked) request.signal.addEventListener("abort", owedLoad.note, { once: true });
    try {
      const data = keepSame(kept?.data, await serverLoader());
      kept = { url: pageOf(request.url), data };
      signedOut.set(false);
      return data;
    } catch (error) {
      if (kept?.url !== pageOf(request.url) || request.signal.aborted) throw error;
      // Whoever asks for a page after signing out gets no old one: only what stands on the screen may stay there.
      const isOut = unasked && leadsToSignIn(error);
      if (isOut) signedOut.set(true);
      if (!isOut && isAnswer(error)) throw error;
      if (!isOut) owedLoad.note();
      return kept.data;
    }
  };
  return Object.assign(clientLoader, { hydrate: true as const });
}

/** What the server said on purpose: a redirect, or a refusal. A gateway's 502 is none. */
function isAnswer(error: unknown): boolean {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === "number" && status < 500;
}

function leadsToSignIn(error: unknown): boolean {
  return error instanceof Response && (error.headers.get("Location") ?? "").startsWith("/sign-in");
}
