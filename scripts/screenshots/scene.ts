import { randomUUID } from "node:crypto";
import { addSource, setField } from "#domain/card-edit.ts";
import { appendParagraph } from "#domain/rationale-write.ts";
import type { Role } from "#domain/roles.ts";
import type { Language } from "#domain/words/languages.ts";
import type { Member } from "#server/context.ts";
import { makeSampleCase } from "#server/sample/sample-case.ts";
import type { NewCorrection } from "#server/services/corrections.ts";
import { inTransaction } from "#server/services/decide.ts";
import { offerPassword } from "#server/services/passwords.ts";
import type { Running } from "#server/start.ts";
import { releaseAll } from "#server/testing/release-all.ts";
import { type Clock, HOUR } from "./clock.ts";
import { setPrecedents } from "./precedents.ts";

type Worked = {
  statement: string;
  claimant: string;
  ratingId?: string;
  language?: string;
  /** How far it has come. */
  to: "inbox" | "researching" | "asked" | "sent back" | "signed" | "dropped";
};

/** What the desk works on beside the sample case's own claims. Fictional, as the sample case is. */
const CLAIMS: readonly Worked[] = [
  { statement: "The Ostermoor dyke was built in 1954.", claimant: "Ostermoor Courier", ratingId: "true", to: "signed" },
  {
    ...{ statement: "The dyke was raised by forty centimetres in 1987.", claimant: "Ostermoor Courier" },
    ...{ ratingId: "mostly-true", to: "signed" },
  },
  {
    ...{ statement: "Three villages lie below the breach.", claimant: "Regional water board" },
    ...{ ratingId: "true", to: "signed" },
  },
  {
    ...{ statement: "The sluice at Ketteler's Mill was repaired twice last year.", claimant: "Ilse Maron" },
    ...{ ratingId: "misleading", to: "asked" },
  },
  {
    ...{ statement: "The pumps clear between 3 and 5 hectares a day.", claimant: "Ilse Maron" },
    ...{ ratingId: "false", to: "asked" },
  },
  {
    ...{ statement: "Nobody has counted the seasonal workers.", claimant: "Farmers' union" },
    ...{ ratingId: "unproven", to: "asked" },
  },
  { statement: "The board received no warning before Sunday.", claimant: "Regional water board", to: "sent back" },
  { statement: "Water stood in Moorende before midnight.", claimant: "Relief workers", to: "researching" },
  { statement: "The union's figure is an invention.", claimant: "Regional water board", to: "dropped" },
  {
    statement: "عاد 81 من النازحين إلى بيوتهم صباح الثلاثاء.",
    claimant: "متحدث باسم الإغاثة",
    language: "ar",
    to: "inbox",
  },
  { statement: "Sirens warned the villages at 22:40.", claimant: "Regional water board", to: "inbox" },
];

export const CAST: { name: string; email: string; role: Role }[] = [
  { name: "Ana Noori", email: "ana@desk.invalid", role: "admin" },
  { name: "Bo Lindqvist", email: "bo@desk.invalid", role: "editor" },
  { name: "Chen Wei", email: "chen@desk.invalid", role: "analyst" },
  { name: "Dalia Haddad", email: "dalia@desk.invalid", role: "analyst" },
];

const once = () => ({ once: randomUUID() });

export type Scene = {
  /** One sign-in link per member. */
  links: string[];
  /** What stands for the words in braces in the addresses of the screens. */
  addresses: Record<string, string>;
  /** The language of the public pages. */
  publishIn(language: Language): void;
};

/** A desk in the middle of a week: the sample case with more claims, sign-offs, releases, corrections and a discussion. */
export async function setScene({ services, context }: Running, clock: Clock): Promise<Scene> {
  const members = services.desk.setUpDemo("Ostermoor desk", CAST);
  const [ana, bo, chen, dalia] = members.map((one) => one.member) as [Member, Member, Member, Member];
  const read = (claimNumber: number) => services.claims.read(ana, 1, claimNumber);
  clock.back(120 * HOUR);
  makeSampleCase({ services, rooms: context.rooms }, { editor: ana, analyst: chen, reviewer: bo });
  await releaseAll({ services }, ana);

  setPrecedents(services, { ana, chen });

  for (const [at, one] of CLAIMS.entries()) {
    clock.back((110 - at * 7) * HOUR);
    const analyst = at % 2 ? chen : dalia;
    const { claimId, number } = services.claims.create(ana, 1, { statement: one.statement, ...once() });
    write(claimId, analyst, one);
    if (one.to === "inbox") continue;
    if (one.to === "dropped") {
      const dropped = { stage: "dropped" as const, dropReason: "not_checkable" as const };
      services.claims.move(ana, claimId, { ...dropped, version: read(number).version, ...once() });
      continue;
    }
    const reviewerIds = one.to === "researching" ? [] : [bo.id];
    const dueAt = at % 3 === 0 ? Date.now() + 140 * HOUR : null;
    const { version } = read(number);
    services.claims.assign(ana, claimId, { assigneeId: analyst.id, reviewerIds, dueAt, version, ...once() });
    clock.on(5 * HOUR);
    if (one.to === "asked")
      services.claims.move(ana, claimId, { stage: "in_review", version: read(number).version, ...once() });
    const seenHash = read(number).contentHash;
    if (one.to === "signed") services.reviews.signOff(bo, claimId, { seenHash, ...once() });
    if (one.to === "sent back")
      services.reviews.requestChanges(bo, claimId, { seenHash, reason: "Which warning? Name the letter.", ...once() });
  }

  clock.back(20 * HOUR);
  await releaseAll({ services }, ana);
  clock.back(12 * HOUR);
  const wrong = { what: "A fourth village lies lower still.", why: "We read the map of 1990." };
  const { id } = correct(ana, 8, { kind: "retraction", ...wrong, releasedBefore: 2 });
  services.corrections.confirm(bo, 1, id, once());
  await releaseAll({ services }, ana);
  clock.back(8 * HOUR);
  const fresh = { what: "The ministry gives a new figure.", why: "It came out today." };
  correct(ana, 1, { kind: "update", ...fresh, releasedBefore: 3 });
  const doubt = { what: "The sheet is a copy of another dyke's.", why: "The archive says so." };
  correct(bo, 7, { kind: "retraction", ...doubt, releasedBefore: 3 });
  clock.back(6 * HOUR);
  talk();
  services.cases.create(bo, {
    ...{ title: "Grain shipment “destroyed”", scaleId: "seven-step-1", quorum: 2, restricted: false, memberIds: [] },
    ...once(),
  });
  services.find.catchUp();
  clock.back(0);
  publishIn("en");
  for (const number of [1, 2, 3]) services.publications.publish(bo, 1, number, { confirmed: false, ...once() });
  services.publications.withdraw(bo, 1, 1, { reason: "It names a private person.", ...once() });
  return { links: members.map((one) => one.url), addresses: addresses(), publishIn };

  function write(claimId: string, analyst: Member, { claimant, ratingId, language = "en" }: Worked): void {
    context.rooms.edit(claimId, analyst.id, (doc) => {
      setField(doc, "claimant", claimant);
      setField(doc, "language", language);
      if (!ratingId) return;
      setField(doc, "ratingId", ratingId);
      doc.getText("verdict").insert(0, "The board's own papers say so.");
      addSource(doc, "papers", {
        ...{ stance: "supports", rank: "primary", title: "Dyke register, sheet 12", publisher: "Regional water board" },
        ...{ url: "https://example.org/water-board/register", date: "2026-03-09", locator: "sheet 12" },
      });
      appendParagraph(doc.getXmlFragment("rationale"), ["The register has it on sheet 12 ", { cite: "papers" }, "."]);
    });
  }

  function correct(by: Member, claimNumber: number, given: Omit<NewCorrection, "version">): { id: number } {
    const { version } = read(claimNumber);
    return services.corrections.prepare(by, 1, claimNumber, { ...given, version, ...once() });
  }

  function publishIn(language: Language): void {
    services.publications.setPages(ana, { isOn: true, language, ...once() });
  }

  function addresses(): Record<string, string> {
    const day = { at: Date.now(), validMs: 24 * HOUR };
    const token = inTransaction(context.db, (tx) => offerPassword(tx, chen.id, day));
    return {
      document: services.cases.open(ana, 1).documents[0]?.id ?? "",
      join: services.invites.make(ana, { role: "analyst", ...once() }).url,
      welcome: members[2]?.url ?? "",
      password: `/password/${token}`,
    };
  }

  function talk(): void {
    const { id } = read(1);
    const about = { kind: "claim" as const };
    const { threadId } = services.discussion.start(dalia, id, {
      ...{ about, text: "The bulletin counts registered residents only. Do we say so in the verdict?", ...once() },
    });
    services.discussion.reply(chen, threadId, { text: "Yes, first half of the sentence.", ...once() });
    const source = { kind: "source" as const, sourceId: "union" };
    services.discussion.start(bo, id, { about: source, text: "Is there a later letter than this one?", ...once() });
  }
}
