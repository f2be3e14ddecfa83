import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { type KeptList, keptLists } from "#app/board/kept-lists.ts";
import { mergeRows } from "#app/board/merge-rows.ts";
import { unpackRows } from "#app/board/packed-rows.ts";
import type { firstList, SentList } from "#app/board/sent-list.ts";
import { changedSince, mayBeAnything, notedSoFar, noteLoaded } from "#app/live/changed-claims.ts";
import { keepPage } from "#app/live/keep-page.ts";

/** A list as the first page has it. */
type FirstList = ReturnType<typeof firstList>;
/** A list as the screens get it: its claims in one text on the first page, in objects from then on. */
export type ClaimList = Omit<SentList, "claims"> & { claims: string | ClaimRow[] };

/** From this many changed claims on, the whole list is loaded again. */
const MANY = 100;

/** The case whose list was loaded last under this number. */
export const caseIdOf = (number: string | undefined): string | undefined => keptLists.get(number ?? "")?.caseId;

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

/** Counts the loads; the last of each list that was kept. */
let loads = 0;
const lastKept = new Map<string, number>();

async function fresh({ request, params, serverLoader }: Call): Promise<ClaimList> {
  const [turn, upTo] = [++loads, notedSoFar()];
  const number = params.number ?? "";
  const known = keptLists.get(number);
  const changed = known ? changedSince(known.caseId) : null;
  const isSmall = known && changed && !mayBeAnything(changed, known.mark) && changed.ids.size <= MANY;
  const ask = isSmall ? since(request, known, changed.ids) : isFirstPage(request) ? null : whole(request);
  const list = (await ask) ?? (await first(serverLoader));
  if (request.signal.aborted) return list;
  // A load that began later may have ended before: then its list is the newer one.
  const newer = (lastKept.get(number) ?? 0) > turn ? keptLists.get(number) : undefined;
  if (newer) return newer;
  lastKept.set(number, turn);
  keptLists.set(number, list);
  noteLoaded(list.caseId, upTo);
  return list;
}

let isFirst = true;

/** The page that the browser was sent has its list with it. */
function isFirstPage({ url }: Request): boolean {
  const [page] = performance.getEntriesByType("navigation");
  const isIt = isFirst && page !== undefined && new URL(page.name).pathname === new URL(url).pathname;
  isFirst = false;
  return isIt;
}

/** The claims of the first page, once for whoever asks again for the same; the server keeps nobody's. */
let unpacked: { text: string; claims: ClaimRow[] } | null = null;
export function claimsIn(text: string): ClaimRow[] {
  if (unpacked?.text === text) return unpacked.claims;
  const claims = unpackRows(JSON.parse(text));
  if (typeof document !== "undefined") unpacked = { text, claims };
  return claims;
}

async function first(serverLoader: () => Promise<unknown>): Promise<KeptList> {
  const sent = (await serverLoader()) as FirstList;
  return { ...sent, claims: claimsIn(sent.claims) };
}

async function whole(request: Request): Promise<KeptList | null> {
  const sent = await rows<SentList>(request, "");
  return sent && { ...sent, claims: unpackRows(sent.claims) };
}

async function since(request: Request, known: KeptList, ids: ReadonlySet<string>): Promise<KeptList | null> {
  const sent = await rows<Pick<SentList, "claims" | "views">>(request, `?ids=${[...ids].join(",")}`);
  if (!sent) return null;
  const claims = ids.size === 0 ? known.claims : mergeRows(known.claims, ids, unpackRows(sent.claims));
  return { ...known, views: sent.views, claims };
}

/** Null when the server does not simply answer, e.g. because nobody is signed in: then the page itself is asked. */
async function rows<Sent>({ signal, url }: Request, search: string): Promise<Sent | null> {
  const at = new URL(url).pathname.replace(/\/(board|table)(\.data)?$/, "/rows");
  const answer = await fetch(`${at}${search}`, { signal, redirect: "manual" });
  return answer.ok ? ((await answer.json()) as Sent) : null;
}
