import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { mergeRows } from "#app/board/merge-rows.ts";
import { unpackRows } from "#app/board/packed-rows.ts";
import { giveBack, mayBeAnything, takeChanges } from "#app/live/changed-claims.ts";
import { keepPage } from "#app/live/keep-page.ts";
import type { View } from "#server/services/views.ts";

/** A list as the server sends it: its claims packed. */
export type SentList = { caseId: string; mark: string; claims: string; views: View[] };
/** A list as the screens get it: packed on the first page, in objects from then on. */
export type ClaimList = Omit<SentList, "claims"> & { claims: string | ClaimRow[] };

/** From this many changed claims on, the whole list is loaded again. */
const MANY = 100;

const lists = new Map<string, ClaimList & { claims: ClaimRow[] }>();

/** The case whose list was loaded last under this number. */
export const caseIdOf = (number: string | undefined): string | undefined => lists.get(number ?? "")?.caseId;

type Call = Pick<ClientLoaderFunctionArgs, "request" | "params"> & { serverLoader: () => Promise<unknown> };

/**
 * The client loader of board and table. While the case's channel names the claims that change, only those are loaded
 * again: a case of thousands would otherwise be sent whole with every key that a colleague presses.
 */
export function keepList() {
  const keep = keepPage();
  const clientLoader = ({ request, params, serverLoader }: Call) =>
    keep({
      request,
      params,
      serverLoader: (() => fresh({ request, params, serverLoader })) as never,
    }) as Promise<ClaimList>;
  return Object.assign(clientLoader, { hydrate: true as const });
}

async function fresh({ request, params, serverLoader }: Call): Promise<ClaimList> {
  const number = params.number ?? "";
  const known = lists.get(number);
  const changed = known ? takeChanges(known.caseId) : null;
  const isSmall = known && changed && !mayBeAnything(changed, known.mark) && changed.ids.size <= MANY;
  try {
    const list = (known && isSmall && (await since(request, known, changed.ids))) || (await whole(serverLoader));
    lists.set(number, list);
    return list;
  } catch (error) {
    if (known && changed) giveBack(known.caseId, changed);
    throw error;
  }
}

async function whole(serverLoader: () => Promise<unknown>): Promise<ClaimList & { claims: ClaimRow[] }> {
  const sent = (await serverLoader()) as SentList;
  return { ...sent, claims: unpackRows(sent.claims) };
}

/** Null when the server does not simply answer, e.g. because nobody is signed in: then the page itself is asked. */
async function since({ signal, url }: Request, known: ClaimList & { claims: ClaimRow[] }, ids: ReadonlySet<string>) {
  const at = new URL(url).pathname.replace(/\/(board|table)(\.data)?$/, "/rows");
  const answer = await fetch(`${at}?ids=${[...ids].join(",")}`, { signal, redirect: "manual" });
  if (!answer.ok) return null;
  const { claims, views } = (await answer.json()) as Pick<SentList, "claims" | "views">;
  return { ...known, views, claims: ids.size === 0 ? known.claims : mergeRows(known.claims, ids, unpackRows(claims)) };
}
