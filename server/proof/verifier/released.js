import { canonical, normalised } from "./canonical.js";

/** @typedef {import("./parts.js").SignedClaim} SignedClaim */
/** @typedef {{ reference: string, contentHash: string | null, card: Record<string, any>, signOffs: { memberId: string, at: string }[] }} ReleasedClaim */

const LISTS = {
  figures: ["qualifier", "value", "upper", "unit", "asOf"],
  quotes: ["exact", "prefix", "suffix"],
  sources: ["id", "url", "stance", "quote", "locator", "archivedUrl"],
};

/** Whether the claim set tells of the same claim as what was signed. @param {ReleasedClaim | undefined} released @param {SignedClaim} signed */
export function checkReleased(released, { reference, contentHash, content, signOffs }) {
  /** @param {{ memberId: string, at: string }[]} list */
  const people = (list) => list.map(({ memberId, at }) => `${memberId} ${at}`).join();
  const isSame = released?.reference === reference && released.contentHash === contentHash;
  if (!isSame || people(released.signOffs) !== people(signOffs)) return ["The claim set tells of other sign-offs."];
  if (!content) return [];
  const card = /** @type {Record<string, any>} */ (normalised(released.card));
  return [...checkWords(card, content), ...checkLists(card, content)];
}

/** @param {Record<string, any>} card @param {Record<string, any>} content */
function checkWords(card, content) {
  const { outlet, speaker, organisation, mode } = card;
  const said = { when: card.saidWhen, precision: card.saidWhenPrecision, where: card.saidWhere };
  const { statement, verdict, gaps, claimant, ratingId } = card;
  const printed = { statement, verdict, gaps, claimant, rating: ratingId };
  const wholes = { attribution: { outlet, speaker, organisation, mode }, "time and place": said };
  const signed = { ...content, rating: content.rating.id, "time and place": content.said };
  return Object.entries({ ...printed, ...wholes })
    .filter(([part, words]) => canonical(/** @type {any} */ (signed)[part]) !== canonical(words))
    .map(([part]) => `Its ${part} in the claim set is not what was signed off.`);
}

/** @param {Record<string, any>} card @param {Record<string, any>} content */
function checkLists(card, content) {
  return Object.entries(LISTS)
    .filter(([part, members]) => listed(card[part], members) !== listed(content[part], members))
    .map(([part]) => `Its ${part} in the claim set are not those that were signed off.`);
}

/** Each once, in an order of its own. @param {any[]} list @param {readonly string[]} members */
function listed(list, members) {
  const texts = list.map((one) => canonical(Object.fromEntries(members.map((member) => [member, one[member]]))));
  return [...new Set(texts)].sort().join();
}
