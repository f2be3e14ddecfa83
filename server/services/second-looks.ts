import type { Db } from "#db/client.ts";
import { cardOf, claimById } from "#db/queries/claims.ts";
import { memberById } from "#db/queries/people.ts";
import { claimOfRelease, releaseByNumber } from "#db/queries/releases.ts";
import { insertSecondLook, keptTwice, type Resting, restingOn } from "#db/queries/second-looks.ts";
import type { Ground } from "#db/schema/corrections.ts";
import type { Source } from "#domain/card.ts";
import { can } from "#domain/roles.ts";
import { foldAddress, traceOf } from "#domain/same-address.ts";
import { accessOf, type CaseRecord } from "#server/services/access.ts";
import { groupBy, referenceOf } from "#server/services/claim-rows.ts";
import { notify } from "#server/services/notify.ts";

type Corrected = { id: number; claimId: string; number: number; releasedBefore: number };
type Deed = { parent: CaseRecord; actorId: string; at: number };

/** Lists every claim that rested on the same as a corrected one for another look, and tells those who work on them. */
export function noteSecondLooks(tx: Db, correction: Corrected, { parent, actorId, at }: Deed): void {
  const reference = referenceOf(parent.number, correction.number);
  const sources = sourcesOf(tx, parent, correction);
  const found = groupBy(trulyResting(tx, parent, correction, sources), (one) => one.claimId);
  for (const [claimId, those] of found) {
    const claim = claimById(tx, claimId);
    if (!claim) continue;
    const source = those.find((one) => one.ground === "source");
    const grounds = [...new Set(those.map((one) => one.ground))];
    insertSecondLook(tx, {
      correctionId: correction.id,
      claimId,
      grounds,
      source: source?.url || source?.archivedUrl || source?.title || "",
    });
    const memberIds = [claim.assigneeId].filter((id) => mayRead(tx, id, parent));
    const notice = { claimId, caseId: claim.caseId, actorId, at, subject: { restedOn: reference } };
    notify(tx, { ...notice, memberIds, reason: "changed_after_release" });
  }
}

/** The notice names the corrected claim, so it is for those who may open that one's case too. */
function mayRead(tx: Db, memberId: string | null, parent: CaseRecord): memberId is string {
  const member = memberId === null ? null : memberById(tx, memberId);
  return member !== null && can(member, "case.read", accessOf(tx, parent));
}

/** The sources of the card as it is and as it left the desk. */
function sourcesOf(tx: Db, parent: CaseRecord, { claimId, releasedBefore }: Corrected): Source[] {
  const release = releaseByNumber(tx, parent.id, releasedBefore);
  const left = release && claimOfRelease(tx, release.id, claimId);
  return [...(cardOf(tx, claimId)?.card.sources ?? []), ...(left?.card.sources ?? [])];
}

function trulyResting(
  tx: Db,
  parent: CaseRecord,
  { claimId, number }: Corrected,
  sources: readonly Source[],
): Resting[] {
  const folded = withCopies(tx, new Set(sources.flatMap(placesOf)));
  const titles = sources.flatMap(({ url, title, publisher }) => (url || !title ? [] : [{ title, publisher }]));
  const reference = referenceOf(parent.number, number);
  const address = `/cases/${parent.number}/claims/${number}`;
  const traces = [...new Set([...folded].map(traceOf))];
  const named = new RegExp(`(?<![\\w-])${reference}(?!\\d)|${address}(?!\\d)`);
  const isTrue: Record<Ground, (one: Resting) => boolean> = {
    source: (one) => one.url + one.archivedUrl === "" || placesOf(one).some((place) => folded.has(place)),
    conflict_set: () => true,
    merge: () => true,
    citation: ({ title }) => named.test(title),
  };
  const found = restingOn(tx, { claimId, traces, titles, reference, address });
  return found.filter((one) => isTrue[one.ground](one));
}

/** Where a source stands: its page, and its archived copy where that does not name the page. */
const placesOf = ({ url, archivedUrl }: { url: string; archivedUrl: string }): string[] =>
  [url, archivedUrl].flatMap((address) => foldAddress(address) ?? []);

/** The same with every address from which the desk kept the same text, to the byte: they are copies of each other. */
function withCopies(tx: Db, folded: ReadonlySet<string>): Set<string> {
  const copies = keptTwice(tx).flatMap(({ originUrl, sha256 }) => {
    const place = foldAddress(originUrl);
    return place === null ? [] : [{ place, sha256 }];
  });
  const texts = new Set(copies.flatMap(({ place, sha256 }) => (folded.has(place) ? [sha256] : [])));
  return new Set([...folded, ...copies.flatMap(({ place, sha256 }) => (texts.has(sha256) ? [place] : []))]);
}
