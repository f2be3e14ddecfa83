import { randomUUID } from "node:crypto";
import Database from "better-sqlite3";
import { openStorage, storageOn } from "#db/client.ts";
import { seedScales } from "#db/seed.ts";
import { codePointLength } from "#domain/anchors.ts";
import { setField } from "#domain/card-edit.ts";
import type { CorrectionKind } from "#domain/corrections.ts";
import type { Role } from "#domain/roles.ts";
import { createLive } from "#server/collab/live.ts";
import { createRooms } from "#server/collab/rooms.ts";
import type { Member } from "#server/context.ts";
import { sessionCookie } from "#server/http/cookies.ts";
import { createLog } from "#server/log.ts";
import { type KeyPlace, openSigner } from "#server/proof/keys.ts";
import { createServices } from "#server/services/index.ts";
import { noteSignOffChanges } from "#server/services/reviews.ts";
import { socketAccess } from "#server/services/socket-access.ts";
import { emptyDatabase } from "#server/testing/empty-database.ts";

/**
 * A desk with the real services and rooms, for tests: on a database in memory, on one that holds what an image of another
 * held, or on a file, its key in memory or in a place.
 */
export function testDesk(at: string | Buffer = ":memory:", place = keptInMemory()) {
  const storage =
    at === ":memory:" ? inMemory(emptyDatabase()) : typeof at === "string" ? openStorage(at) : inMemory(at);
  seedScales(storage.db);
  const clock = { now: Date.parse("2026-03-10T09:00:00Z") };
  const now = () => clock.now;
  const log = createLog("silent");
  const live = createLive({ now });
  const origin = "http://localhost:3000";
  const signer = openSigner(storage.db, { place, origin, at: now() });
  const access = socketAccess(storage.db, sessionCookie(false, 3000), (id) => services.sessions.read(id, false));
  const rooms = createRooms({
    storage,
    now,
    newId: randomUUID,
    log,
    live,
    production: true,
    allowedOrigins: [origin],
    ...access,
    onMaterialChange: (tx, change) => noteSignOffChanges(tx, { ...change, at: now() }),
  });
  const services = createServices(
    { db: storage.db, now, newId: randomUUID, rooms, live, origin, signer },
    { articleBytes: 2_000_000, hasAddress: true },
  );
  const member = (name: string, role: Role): Member =>
    services.desk.addColleague({ name, role, email: `${name.toLowerCase()}@desk.invalid` });
  return {
    ...storage,
    clock,
    signer,
    live,
    rooms,
    services,
    member,
    close: async () => {
      await rooms.shutdown();
      storage.close();
    },
  };
}

const inMemory = (image: Buffer) => storageOn(new Database(image), ":memory:");

function keptInMemory(): KeyPlace {
  let kept: string | null = null;
  const write = (pem: string) => {
    kept = pem;
  };
  return { read: () => kept, write };
}

export type TestDesk = ReturnType<typeof testDesk>;
export const once = () => ({ once: randomUUID() });

export const ARTICLE = {
  title: "Two counts",
  originUrl: "https://example.org/two-counts",
  outlet: "Example Gazette",
  publishedOn: "2026-03-09",
  language: "en",
  text: "The board said around 240 residents were moved. 🌊 The union said up to 1,100 were moved. Nobody will forget it.",
};

/** A case with one document, and a claim made from the words. Returns what tests ask for most. */
export function caseWithClaim(
  { services, rooms }: TestDesk,
  editor: Member,
  { quorum = 1, words = "around 240 residents were moved" } = {},
) {
  const choices = { title: "Counts", scaleId: "seven-step-1", quorum, restricted: false, memberIds: [] };
  const { number } = services.cases.create(editor, { ...choices, ...once() });
  const { documentId } = services.documents.add(editor, number, { ...ARTICLE, ...once() });
  const claim = services.claims.createFromWords(editor, number, {
    documentId,
    versionNumber: 1,
    ...placeOf(words),
    ...once(),
  });
  const edit = (member: Member, change: Parameters<typeof rooms.edit>[2]) =>
    rooms.edit(claim.claimId, member.id, change);
  const rate = (member: Member, ratingId: string) => edit(member, (doc) => setField(doc, "ratingId", ratingId));
  const read = (member: Member) => services.claims.read(member, number, claim.number);
  /** The content and the reviews as a page of this member shows them now. */
  const seen = (member: Member) => {
    const { contentHash: seenHash, reviews } = read(member);
    return { seenHash, seenReviews: reviews.map((one) => one.id) };
  };
  const sign = (member: Member) => services.reviews.signOff(member, claim.claimId, { ...seen(member), ...once() });
  /** Puts something on the record about the claim as the last release holds it. Returns its id. */
  const correct = (member: Member, kind: CorrectionKind = "correction") => {
    const { releasedIn, version } = read(member);
    const words = { what: "A word was wrong.", why: "It was misread." };
    const given = { kind, ...words, releasedBefore: releasedIn ?? 0, version, ...once() };
    return services.corrections.prepare(member, number, claim.number, given).id;
  };
  return { caseNumber: number, documentId, ...claim, edit, rate, read, seen, sign, correct };
}

export function placeOf(words: string): { start: number; end: number } {
  const start = codePointLength(ARTICLE.text.slice(0, ARTICLE.text.indexOf(words)));
  return { start, end: start + codePointLength(words) };
}
