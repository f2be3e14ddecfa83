import { afterEach, beforeEach, expect, test } from "vitest";
import { addSource, removeSource } from "#domain/card-edit.ts";
import type { ThreadAbout } from "#domain/discussion.ts";
import { LIMITS } from "#domain/limits.ts";
import type { Member } from "#server/context.ts";
import { discussionService, type NewComment } from "#server/services/discussion.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";

let desk: TestDesk;
let ana: Member;
let bo: Member;
let vera: Member;
let claim: ReturnType<typeof caseWithClaim>;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "editor");
  bo = desk.member("Bo Lindqvist", "analyst");
  vera = desk.member("Vera", "viewer");
  claim = caseWithClaim(desk, ana);
});

afterEach(() => desk.close());

const discussion = () => desk.services.discussion;
const onClaim: ThreadAbout = { kind: "claim" };
const start = (member: Member, text: string, about: ThreadAbout = onClaim) =>
  discussion().start(member, claim.claimId, { about, text, ...once() });
const reply = (member: Member, threadId: string, text: string) =>
  discussion().reply(member, threadId, { text, ...once() });
const read = (member: Member) => discussion().read(member, claim.caseNumber, claim.number);
const threads = (member = ana) => read(member).threads;
const later = (ms: number) => {
  desk.clock.now += ms;
};
const summaries = () =>
  desk.services.history.claim(ana, claim.caseNumber, claim.number).map((one) => JSON.stringify(one));

test("[DI1] viewers comment too, also on a claim that is dropped", () => {
  const { threadId } = start(vera, "Who counted them?");
  const { version } = claim.read(ana);
  desk.services.claims.move(ana, claim.claimId, { stage: "dropped", dropReason: "out_of_scope", version, ...once() });
  reply(bo, threadId, "The board itself.");
  expect(threads(vera)).toMatchObject([
    {
      about: { kind: "claim" },
      resolved: null,
      comments: [
        { text: "Who counted them?", author: { name: "Vera" }, mine: true, editedAt: null, deletedAt: null },
        { text: "The board itself.", author: { name: "Bo Lindqvist" }, mine: false },
      ],
    },
  ]);
});

const words: ThreadAbout = {
  kind: "words",
  place: "statement",
  start: { item: { client: 1, clock: 3 }, assoc: 0 },
  end: { item: { client: 1, clock: 9 }, assoc: -1 },
  exact: "around",
};

test("[DI4] a comment on words changes neither the card's hash nor its log, and no sign-off goes stale", () => {
  claim.edit(bo, (doc) => doc.getText("verdict").insert(0, "It was so."));
  claim.sign(ana);
  const stored = () => desk.sqlite.prepare("select count(*) as rows, max(seq) as last from updates").get();
  const [card, log] = [claim.read(ana), stored()];
  start(bo, "Around, or exactly?", words);
  expect(threads()).toMatchObject([{ about: words }]);
  expect(stored()).toEqual(log);
  expect(claim.read(ana)).toEqual(card);
});

test("[DI3] a thread on a source keeps its name for when the source is gone, and none begins on one that is", () => {
  claim.edit(bo, (doc) => addSource(doc, "s1", { title: "Bulletin 4" }));
  start(vera, "Is this the last edition?", { kind: "source", sourceId: "s1" });
  claim.edit(bo, (doc) => removeSource(doc, "s1"));
  expect(threads()).toMatchObject([{ about: { kind: "source", sourceId: "s1", name: "Bulletin 4" } }]);
  const gone = refusal(() => start(vera, "And this?", { kind: "source", sourceId: "s1" }));
  expect(gone).toMatchObject({ kind: "conflict", message: expect.stringContaining("not on the card any more") });
  expect(threads()).toHaveLength(1);
});

test("[DI8] a comment that comes twice is one comment, and the key of one says no other", () => {
  const form = { about: onClaim, text: "Who counted?", ...once() };
  const made = discussion().start(ana, claim.claimId, form);
  expect(discussion().start(ana, claim.claimId, form)).toEqual(made);
  const answer = { text: "The board.", ...once() };
  expect(discussion().reply(bo, made.threadId, answer)).toEqual(discussion().reply(bo, made.threadId, answer));
  expect(threads()[0]?.comments).toHaveLength(2);
  expect(refusal(() => discussion().reply(bo, made.threadId, { ...answer, text: "The union." })).kind).toBe("conflict");
});

test("[DI9] only who wrote a comment edits it, which is shown", () => {
  const { commentId } = start(bo, "Arround 240.");
  later(1_000);
  discussion().edit(bo, commentId, { text: "Around 240.", ...once() });
  expect(threads()[0]?.comments[0]).toMatchObject({ text: "Around 240.", editedAt: desk.clock.now });
  const other = refusal(() => discussion().edit(ana, commentId, { text: "Exactly 240.", ...once() }));
  expect(other).toMatchObject({ kind: "forbidden", message: expect.stringContaining("Reply to it instead") });
});

test("[DI10] a deleted comment keeps its place and loses its words, on disk too; that it was deleted is on the record", () => {
  const { threadId, commentId } = start(bo, "The source is @Ana's cousin.");
  reply(ana, threadId, "Not here, please.");
  expect(refusal(() => discussion().remove(ana, commentId, once())).kind).toBe("forbidden");
  for (let times = 0; times < 2; times++) discussion().remove(bo, commentId, once());
  expect(threads()[0]?.comments).toMatchObject([
    { text: "", mentions: [], author: { name: "Bo Lindqvist" }, deletedAt: desk.clock.now },
    { text: "Not here, please.", deletedAt: null },
  ]);
  expect(desk.sqlite.prepare("select count(*) as rows from comments where text like '%cousin%'").get()).toEqual({
    rows: 0,
  });
  expect(summaries().filter((one) => one.includes("comment.deleted"))).toHaveLength(1);
  expect(refusal(() => discussion().edit(bo, commentId, { text: "Again.", ...once() })).kind).toBe("conflict");
});

test("[DI11] whoever may comment resolves a thread and opens it again; who and when is shown and on the record", () => {
  const { threadId } = start(bo, "Which board?");
  discussion().resolve(vera, threadId, once());
  expect(threads()[0]?.resolved).toMatchObject({ by: { name: "Vera" }, at: desk.clock.now });
  discussion().reopen(bo, threadId, once());
  expect(threads()[0]?.resolved).toBeNull();
  expect(summaries().filter((one) => /thread\.(resolved|reopened)/.test(one))).toHaveLength(2);
});

test("[DI12] the second of two who resolve is told who was first, and a resolved thread takes a reply once it is open", () => {
  const { threadId } = start(bo, "Which board?");
  discussion().resolve(vera, threadId, once());
  const late = refusal(() => discussion().resolve(ana, threadId, once()));
  expect(late.message).toBe("Vera resolved this thread meanwhile. Nothing was done now.");
  expect(refusal(() => reply(ana, threadId, "The water board.")).message).toBe(
    "Vera resolved this thread meanwhile. Open it again to reply.",
  );
  discussion().reopen(ana, threadId, once());
  expect(refusal(() => discussion().reopen(bo, threadId, once())).kind).toBe("conflict");
  reply(ana, threadId, "The water board.");
  expect(threads()[0]?.comments).toHaveLength(2);
});

test("[DI13] a comment without words, and one that is too long, are refused at their field", () => {
  for (const text of ["", "  \n ", "a".repeat(LIMITS.comment + 1)])
    expect(refusal(() => start(bo, text))).toMatchObject({
      kind: "bad_input",
      detail: { fields: { text: { room: "discussion" } } },
    });
  expect(threads()).toEqual([]);
});

test("[DI14] who is named with @ is stored as a member, and changes with the words", () => {
  const { commentId } = start(ana, "@bo lindqvist and @Vera: which board? Not @Veras, and @Ana neither.");
  const names = () =>
    threads()[0]
      ?.comments[0]?.mentions.map((one) => one.name)
      .sort();
  expect(names()).toEqual(["Bo Lindqvist", "Vera"]);
  discussion().edit(ana, commentId, { text: "@Vera: which board?", ...once() });
  expect(names()).toEqual(["Vera"]);
});

test("[DI15] naming somebody who cannot open the case is refused in words, and nothing is stored", () => {
  const { version } = desk.services.cases.open(ana, claim.caseNumber);
  const sealed = { title: "Counts", scaleId: "seven-step-1", quorum: 1, restricted: true, memberIds: [ana.id, bo.id] };
  desk.services.cases.configure(ana, claim.caseNumber, { ...sealed, version, ...once() });
  expect(refusal(() => start(ana, "@Vera, which board?")).message).toBe(
    "Vera cannot open this case, so they would not read this. Write the name without “@”, or ask an editor to let them in.",
  );
  expect(threads()).toEqual([]);
  expect(read(ana).people.map((one) => one.name)).toEqual(["Ana", "Bo Lindqvist"]);
});

test("[DI15] what names somebody who left since can still be mended", () => {
  const admin = desk.member("Kim", "admin");
  const { commentId } = start(ana, "@Vera, wich board?");
  desk.services.members.deactivate(admin, vera.id, once());
  discussion().edit(ana, commentId, { text: "@Vera, which board?", ...once() });
  expect(threads()[0]?.comments[0]?.mentions).toMatchObject([{ name: "Vera" }]);
  expect(refusal(() => start(ana, "@Vera, are you there?")).kind).toBe("bad_input");
});

test("[DI16] a visit is each member's own, moves forward, and is written once a minute at most", () => {
  const look = (member: Member) => discussion().look(member, claim.caseNumber, claim.number);
  expect(read(vera).lastVisit).toBeNull();
  const first = desk.clock.now;
  look(vera);
  later(59_000);
  look(vera);
  expect(read(vera).lastVisit).toBe(first);
  later(1_000);
  look(vera);
  expect(read(vera).lastVisit).toBe(first + 60_000);
  expect(read(bo).lastVisit).toBeNull();
});

/** The service with somebody who listens for comments. */
const heardBy = (onComment: (comment: NewComment) => void) => {
  const { db, rooms, clock, signer } = desk;
  let ids = 0;
  const live = { publish: () => {} } as never;
  const context = { db, rooms, live, now: () => clock.now, newId: () => `id-${ids++}`, origin: "", signer };
  return discussionService(context, { onComment: (_tx, comment) => onComment(comment) });
};

test("[DI17] each comment is told with whom it names and who else wrote in its thread, as far as they can open the case", () => {
  const heard: NewComment[] = [];
  const service = heardBy((one) => heard.push(one));
  const { threadId, commentId } = service.start(bo, claim.claimId, { about: onClaim, text: "Which board?", ...once() });
  service.reply(vera, threadId, { text: "@Ana knows.", ...once() });
  desk.services.members.deactivate(desk.member("Kim", "admin"), vera.id, once());
  service.reply(ana, threadId, { text: "The water board.", ...once() });
  service.edit(bo, commentId, { text: "Which board, @Ana?", ...once() });
  service.edit(bo, commentId, { text: "Which of the boards, @Ana?", ...once() });
  expect(
    heard.map(({ authorId, mentionedIds, participantIds }) => ({ authorId, mentionedIds, participantIds })),
  ).toEqual([
    { authorId: bo.id, mentionedIds: [], participantIds: [] },
    { authorId: vera.id, mentionedIds: [ana.id], participantIds: [bo.id] },
    { authorId: ana.id, mentionedIds: [], participantIds: [bo.id] },
    { authorId: bo.id, mentionedIds: [ana.id], participantIds: [] },
  ]);
});

test("[DI17] a comment that cannot be told is not stored", () => {
  const service = heardBy(() => {
    throw new Error("The notices are full.");
  });
  const say = () => service.start(bo, claim.claimId, { about: onClaim, text: "Which board?", ...once() });
  expect(say).toThrow("The notices are full.");
  expect(threads()).toEqual([]);
});

test("[DI2] whoever is outside of a restricted case learns nothing of its discussion, nor whether there is one", () => {
  const { threadId, commentId } = start(bo, "Which board?");
  const { version } = desk.services.cases.open(ana, claim.caseNumber);
  const sealed = { title: "Counts", scaleId: "seven-step-1", quorum: 1, restricted: true, memberIds: [ana.id] };
  desk.services.cases.configure(ana, claim.caseNumber, { ...sealed, version, ...once() });
  for (const attempt of [
    () => read(bo),
    () => discussion().look(bo, claim.caseNumber, claim.number),
    () => start(bo, "Which board?"),
    () => reply(bo, threadId, "Which board?"),
    () => reply(bo, "none", "Which board?"),
    () => discussion().edit(bo, commentId, { text: "Which?", ...once() }),
    () => discussion().remove(bo, commentId, once()),
    () => discussion().resolve(bo, threadId, once()),
  ])
    expect(refusal(attempt)).toMatchObject({
      kind: "not_found",
      message: expect.stringMatching(/^There is no such (case|claim) here, or it is not open to you\.$/),
    });
  expect(threads()[0]?.comments).toHaveLength(1);
});

test("[DI21] everybody on the case hears after the commit that something was said", () => {
  const { db, rooms, clock, signer } = desk;
  const told: unknown[] = [];
  const live = { publish: (_caseId: string, event: unknown) => told.push([event, threads().length]) } as never;
  let ids = 0;
  const context = { db, rooms, live, now: () => clock.now, newId: () => `id-${ids++}`, origin: "", signer };
  const service = discussionService(context);
  service.start(bo, claim.claimId, { about: onClaim, text: "Which board?", ...once() });
  refusal(() => service.start(bo, claim.claimId, { about: onClaim, text: " ", ...once() }));
  expect(told).toEqual([[{ type: "discussion", claimId: claim.claimId }, 1]]);
});
