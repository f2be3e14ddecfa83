import type { Db } from "#db/client.ts";
import { eventsOfClaim } from "#db/queries/decisions.ts";
import type { ReleasedSet } from "#domain/claim-set.ts";
import type { ReleasedCorrection } from "#domain/corrections.ts";
import { type OpenedEvent, openEvent, type Under } from "#server/proof/opened-event.ts";
import { canonical } from "#server/proof/verifier/canonical.js";

type Event = ReturnType<typeof eventsOfClaim>[number];
type Shown = { event: OpenedEvent | null; why?: string };
type OfClaim = { reference: string; claimId: string; told: readonly ReleasedCorrection[] };

/**
 * One line for each claim of which the release tells corrections, in its order, then for each that is withdrawn: the event of
 * each, opened, and behind a retraction those of the people who asked for it and confirmed it.
 */
export function* toldCorrections(db: Db, set: ReleasedSet, under: Under): Generator<string> {
  for (const { reference, claimId, told } of toldIn(set)) {
    const events = eventsOfClaim(db, claimId);
    const left = events.filter((one) => one.type === "claim.corrected");
    const corrections = told.map((one) => shown(events, taken(left, one), under));
    yield `${canonical({ reference, claimId, corrections })}\n`;
  }
}

function* toldIn({ head, claims }: ReleasedSet): Generator<OfClaim> {
  for (const { reference, claimId, corrections } of claims())
    if (corrections) yield { reference, claimId, told: corrections };
  for (const one of head.retractions ?? []) yield { reference: one.reference, claimId: one.claimId, told: [one] };
}

/** The event of a correction, each once. What a withheld one said is gone; it is known by its time. */
function taken(left: Event[], { at, kind, what, why }: ReleasedCorrection): Event | null {
  const isIt = ({ withheld, body, ...event }: Event) =>
    event.at === Date.parse(at) &&
    (withheld !== null || canonical([body.kind, body.what, body.why]) === canonical([kind, what, why]));
  const place = left.findIndex(isIt);
  return place < 0 ? null : (left.splice(place, 1)[0] ?? null);
}

const BEHIND = new Set(["claim.retraction_asked", "claim.retraction_confirmed"]);

function shown(events: readonly Event[], event: Event | null, under: Under): Shown & { behind: Shown[] } {
  const opened = openEvent(event, under);
  const id = opened.event?.body.correctionId;
  const behind = events.filter((one) => id !== undefined && BEHIND.has(one.type) && one.body.correctionId === id);
  return { ...opened, behind: behind.map((one) => openEvent(one, under)) };
}
