import { canonical, normalised } from "./canonical.js";
import { checkEvent } from "./parts.js";

// What the record has to say about each correction, update and retraction that a release tells.

/** @typedef {import("./parts.js").Opened} Opened */
/** @typedef {import("./parts.js").Head} Head */
/** @typedef {{ event: Opened | null, why?: string }} Shown */
/** @typedef {{ reference: string, claimId: string, corrections: (Shown & { behind: Shown[] })[] }} Line */
/** @typedef {{ kind: string, reference: string, claimId: string, what: string, why: string, at: string, memberId?: string, releasedBefore: number }} Told */
/** @typedef {{ reference: string, claimId: string, told: Told[] }} OfClaim */
/** @typedef {{ claims: any[], retractions?: Told[], release: { number: number } }} Released */

/** What a claim set tells of corrections, claim by claim: of those that it holds, then of those that are withdrawn. @param {Released} set @returns {OfClaim[]} */
export function correctionsToldIn({ claims, retractions = [] }) {
  const held = claims.filter(({ corrections = [] }) => corrections.length > 0);
  return [
    ...held.map(({ reference, claimId, corrections }) => ({ reference, claimId, told: corrections })),
    ...retractions.map((one) => ({ reference: one.reference, claimId: one.claimId, told: [one] })),
  ];
}

/** Whether everything that is told of one claim is on the record as it is told. `before`: the size of the record at the release before. @param {OfClaim} told @param {Line | undefined} line @param {{ head: Head, before: number, number: number }} record */
export function checkCorrections({ reference, claimId, told }, line, record) {
  const isSame = line?.reference === reference && line.claimId === claimId;
  if (!isSame || line.corrections.length !== told.length)
    return ["The claim set tells of other corrections than audit/corrections.jsonl."];
  return told.flatMap((one, at) => checkCorrection(one, line.corrections[at] ?? { event: null, behind: [] }, record));
}

/** Every event that is shown for one claim. @param {Line} line */
export const eventsBehind = ({ corrections }) =>
  corrections.flatMap(({ event, behind }) => [event, ...behind.map((one) => one.event)]).filter((one) => one !== null);

/** @param {Told} told @param {Shown & { behind: Shown[] }} shown @param {{ head: Head, before: number, number: number }} record */
function checkCorrection(told, { event, why, behind }, { head, before, number }) {
  const wrong = behind.flatMap((one) => (one.event ? checkEvent(one.event, head) : []));
  if ([{ event, why }, ...behind].some((one) => !one.event && !one.why))
    wrong.push(`What is recorded of its ${told.kind} is not shown, and nothing says why.`);
  if (!event) return wrong;
  wrong.push(...checkEvent(event, head), ...checkTold(told, event));
  if (event.seq <= before && told.releasedBefore >= number - 1)
    wrong.push(`Event ${event.seq} is from before the release that its ${told.kind} is about.`);
  return [...wrong, ...(told.kind === "retraction" ? checkPeople(event, behind) : checkAuthor(event, behind))];
}

const TOLD = { kind: "kind", what: "words", why: "reason", memberId: "author", releasedBefore: "release" };

/** @param {Told} told @param {Opened} event */
function checkTold(told, { seq, type, claimId, at, body }) {
  const isOfClaim = type === "claim.corrected" && claimId === told.claimId && at === Date.parse(told.at);
  if (!isOfClaim) return [`Event ${seq} is not the ${told.kind} that it is shown for.`];
  const recorded = /** @type {Record<string, unknown>} */ (normalised({ ...body, memberId: body.by }));
  return Object.entries(/** @type {Record<string, unknown>} */ (normalised(told)))
    .filter(([part, said]) => part in TOLD && canonical(said) !== canonical(recorded[part]))
    .map(
      ([part]) =>
        `The ${TOLD[/** @type {keyof TOLD} */ (part)]} of its ${told.kind} is not what event ${seq} recorded.`,
    );
}

/** @param {Opened} event @param {Shown[]} behind */
function checkAuthor({ seq, actorId, body }, behind) {
  return actorId === body.by && behind.length === 0 ? [] : [`Event ${seq} is by somebody else than it says.`];
}

/** A retraction was asked for by one person, and confirmed by as many others as its case asked for at that time, one at least. @param {Opened} event @param {Shown[]} behind */
function checkPeople({ body }, behind) {
  const events = behind.flatMap((one) => one.event ?? []);
  const wrong = events
    .filter((one) => said(one) !== said({ body }))
    .map(({ seq }) => `Event ${seq} does not belong to the retraction that it is shown for.`);
  const isAsked = events.some(({ type, actorId }) => type === "claim.retraction_asked" && actorId === body.by);
  const others = new Set(events.filter(({ type }) => type === "claim.retraction_confirmed").map((one) => one.actorId));
  const isEnough = others.size >= Math.max(1, Number(body.quorum ?? 2) - 1) && !others.has(String(body.by));
  if (events.length === behind.length && !(isAsked && isEnough))
    wrong.push("Fewer people stand behind its retraction than it takes.");
  return wrong;
}

/** @param {Pick<Opened, "body">} event */
function said({ body: { correctionId, kind, what, why, by, releasedBefore } }) {
  return canonical({ correctionId, kind, what, why, by, releasedBefore });
}

/** Whether a claim differs from the release before that held it only where a correction or an update of that release says so. @param {{ firstReleasedIn: number, changedSince: number | null, corrections?: Told[] }} claim @param {number} number */
export function checkChanged({ firstReleasedIn, changedSince, corrections = [] }, number) {
  const isEarlier = (/** @type {number} */ release) => firstReleasedIn <= release && release < number;
  const opens = corrections.some((one) => one.kind !== "retraction" && one.releasedBefore === changedSince);
  const wrong = corrections
    .filter((one) => !isEarlier(one.releasedBefore))
    .map(({ kind, releasedBefore }) => `Its ${kind} is about v${releasedBefore}, which did not hold it.`);
  if (changedSince !== null && !(isEarlier(changedSince) && opens))
    wrong.push(`It differs from v${changedSince}, and no correction or update says so.`);
  if (corrections.at(-1)?.kind === "retraction")
    wrong.push("It is withdrawn, and stands in the claim set all the same.");
  return wrong;
}
