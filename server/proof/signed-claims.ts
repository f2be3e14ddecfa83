import type { Db } from "#db/client.ts";
import { eventsOfClaim } from "#db/queries/decisions.ts";
import type { ReleasedClaim, ReleasedSet, ReleasedSignOff } from "#domain/claim-set.ts";
import { CONTENT_VERSION, canonicalJson, materialContent, sha256Hex } from "#domain/content.ts";
import { openEvent, type Under } from "#server/proof/opened-event.ts";
import { canonical } from "#server/proof/verifier/canonical.js";

/** One line for each claim: the content that was signed, and each sign-off with its event, opened. */
export function* signedClaims(db: Db, set: ReleasedSet, under: Under): Generator<string> {
  for (const claim of set.claims()) yield `${canonical(signedClaim(db, claim, under))}\n`;
}

function signedClaim(db: Db, claim: ReleasedClaim, under: Under) {
  const { reference, claimId, contentVersion, contentHash, signOffs } = claim;
  const events = eventsOfClaim(db, claimId).filter((one) => one.type === "review.signed_off");
  const opened = (signOff: ReleasedSignOff) => {
    const { memberId, name, at } = signOff;
    return { memberId, name, at, ...(contentHash === null ? HIDDEN : openEvent(eventOf(events, signOff), under)) };
  };
  const content = contentOf(claim);
  return { reference, claimId, contentVersion, contentHash, content, signOffs: signOffs.map(opened) };
}

/** The hash of the content covers the source, and so does the event; from either, a guess could be confirmed. */
const HIDDEN = { event: null, why: "It covers a protected source." };

/** Null where it cannot be shown: a protected source is part of it, or it was hashed by the rules of another version. */
function contentOf({ reference, contentVersion, contentHash, card }: ReleasedClaim): unknown {
  if (contentHash === null || contentVersion !== CONTENT_VERSION) return null;
  const text = canonicalJson(materialContent(card));
  if (sha256Hex(text) !== contentHash)
    throw new Error(`The card of ${reference} in the release is not what was signed.`);
  return JSON.parse(text);
}

function eventOf(events: ReturnType<typeof eventsOfClaim>, { memberId, at }: ReleasedSignOff) {
  return events.findLast((one) => one.actorId === memberId && one.at === Date.parse(at)) ?? null;
}
