import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { addSource, removeSource, setField, setFigure, setSource } from "#domain/card-edit.ts";
import { rationaleRoot } from "#domain/card-roots.ts";
import { type ChangedPart, partWord } from "#domain/part-words.ts";
import { appendParagraph } from "#domain/rationale-write.ts";
import { english } from "#domain/words/english.ts";
import type { Member } from "#server/context.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { laterRefusal, refusal } from "#server/testing/refusal.ts";
import { summaryOf } from "#server/testing/said.ts";

const MINUTE = 60_000;

let desk: TestDesk;
let ana: Member;
let bo: Member;
let chen: Member;
let vera: Member;
let claim: ReturnType<typeof caseWithClaim>;

beforeEach(() => {
  desk = testDesk();
  [ana, bo] = [desk.member("Ana", "admin"), desk.member("Bo", "editor")];
  [chen, vera] = [desk.member("Chen", "analyst"), desk.member("Vera", "viewer")];
  claim = caseWithClaim(desk, ana);
});

afterEach(() => desk.close());

const versions = () => desk.services.versions;
const list = (member = vera, before?: number) =>
  versions()
    .list(member, claim.caseNumber, claim.number, before)
    .then(({ rows }) => rows);
const compare = (from: string | null, to: string, member = ana) =>
  versions().compare(member, claim.caseNumber, claim.number, { from, to });
const write = (member: Member, words: string) => claim.edit(member, (doc) => doc.getText("gaps").insert(0, words));
/** How often others have their turn meanwhile. */
async function turnsDuring(work: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  await work();
  isOver = true;
  return turns;
}
const pause = (minutes = 10) => {
  desk.clock.now += minutes * MINUTE;
};
const restore = (member: Member, version: string, part: string | null = null, label = "") =>
  versions().restore(member, claim.claimId, {
    ...{ version, part, label, seenHash: claim.read(ana).contentHash, ...once() },
  });
const partIn = (part: ChangedPart) => partWord(english("parts"), part);
const summaries = () => desk.services.history.record(ana, claim.caseNumber).events.map((one) => summaryOf(one.says));

/** Three sittings: Bo writes what is not known and a figure, Chen a rationale with a source, Bo another word. */
function threeSittings() {
  pause();
  claim.edit(bo, (doc) => {
    doc.getText("gaps").insert(0, "Nobody has counted the cold stores.");
    setFigure(doc, { id: "f", qualifier: "up_to", value: "1100", upper: "", unit: "people", asOf: "" });
  });
  pause();
  claim.edit(chen, (doc) => {
    addSource(doc, "s1", { title: "Bulletin", url: "https://example.org/b", stance: "supports" });
    appendParagraph(rationaleRoot(doc), ["The bulletin says so ", { cite: "s1" }, "."]);
  });
  claim.rate(chen, "true");
  pause();
  claim.edit(bo, (doc) => doc.getText("gaps").insert(0, "Still: "));
}

describe("the list of versions", () => {
  test("[HI1] names authors, times and the parts that each version changed, newest first", async () => {
    const start = desk.clock.now;
    threeSittings();
    const rows = await list();
    expect(
      rows.map((row) => row.kind === "version" && [row.people.map((one) => one.name), row.changed.map(partIn)]),
    ).toEqual([
      [["Bo"], ["What is not known"]],
      [["Chen"], ["Rating", "Rationale", "Bulletin"]],
      [["Bo"], ["Figures", "What is not known"]],
      [[], []],
    ]);
    expect(rows.map((row) => row.id)).toEqual(["now", "4", "2", "1"]);
    expect(rows[1]).toMatchObject({
      from: start + 20 * MINUTE,
      to: start + 20 * MINUTE,
      before: "2",
      isMaterial: true,
    });
  });

  test("[HI2] a sign-off stands over the version that it signed, and that version ends there", async () => {
    write(chen, "A word.");
    claim.rate(chen, "true");
    claim.sign(bo);
    pause(1);
    write(chen, "Another. ");
    const rows = await list();
    expect(rows.map((row) => [row.kind, row.place])).toEqual([
      ["version", 4],
      ["sign_off", 3],
      ["version", 3],
      ["version", 1],
    ]);
    expect(rows[1]).toMatchObject({ person: { name: "Bo" }, state: "stale" });
  });

  test("[HI5] a version that only touched what no sign-off covers says so", async () => {
    claim.edit(chen, (doc) => addSource(doc, "s1", { title: "Bulletin", url: "https://example.org/b" }));
    pause();
    claim.edit(bo, (doc) => setSource(doc, "s1", "note", "Ask for the second page."));
    expect((await list())[0]).toMatchObject({
      changed: [{ field: "sources.s1.note", name: "Bulletin" }],
      isMaterial: false,
    });
  });

  test("[HI3] comes a hundred at a time, each version once", async () => {
    for (let at = 0; at < 120; at++) {
      pause(6);
      write(bo, "Word. ");
    }
    const page = (before?: number) => versions().list(vera, claim.caseNumber, claim.number, before);
    const first = await page();
    const second = await page(first.older ?? 0);
    expect([first.rows.length, second.rows.length]).toEqual([100, 21]);
    expect([first.isOlder, second.isOlder, second.older]).toEqual([false, true, null]);
    expect(new Set([...first.rows, ...second.rows].map((row) => row.id)).size).toBe(121);
  });

  test("[HI3] a long log is replayed in pieces, and what was read is not read again", async () => {
    for (let at = 0; at < 350; at++) write(bo, "Word. ");
    pause();
    write(chen, "End. ");
    expect(await turnsDuring(list)).toBeGreaterThan(2);
    desk.sqlite.exec("drop trigger updates_no_update; update updates set bytes = x'00'");
    expect((await list())[0]).toMatchObject({ people: [{ name: "Chen" }], changed: [{ field: "gaps" }] });
  });

  test("[HI3] of rows that each take long only as many are replayed at once as there is time for", async () => {
    for (let at = 0; at < 30; at++) write(bo, `${at} `);
    pause();
    write(chen, "End. ");
    let now = 0;
    const slow = vi.spyOn(performance, "now").mockImplementation(() => (now += 6));
    expect(await turnsDuring(list)).toBeGreaterThan(15);
    slow.mockRestore();
    const [, bos] = await list();
    const { differences } = await compare(bos?.id ?? "", "now");
    const parts = differences.material.flatMap(({ fields }) => fields.flatMap((field) => field.parts));
    expect(parts.filter(({ type }) => type !== "same")).toEqual([{ type: "added", text: "End. " }]);
  });
});

describe("two versions compared", () => {
  test("[HI4] what is removed in one direction is added in the other", async () => {
    threeSittings();
    const [there, back] = [await compare("2", "now"), await compare("now", "2")];
    const turned = { added: "removed", removed: "added", same: "same" };
    expect(there.differences.material.map((one) => one.part)).toEqual(["rating", "rationale", "gaps", "sources.s1"]);
    const words = (parts: { type: keyof typeof turned; text: string }[], turn: boolean) =>
      parts.map(({ type, text }) => `${turn ? turned[type] : type} ${text}`).sort();
    const flat = (one: typeof there, turn: boolean) =>
      one.differences.material
        .flatMap(({ fields }) => fields.map(({ field, parts }) => [field, words(parts, turn)]))
        .sort();
    expect(flat(back, true)).toEqual(flat(there, false));
    expect(there).toMatchObject({ from: { id: "2", people: [{ name: "Bo" }] }, to: { id: "now" } });
  });

  test("[HI4] without a first side a version is compared with what it began with", async () => {
    threeSittings();
    const { from, differences } = await compare(null, "4");
    expect(from.id).toBe("2");
    expect(differences.material.map((one) => one.label)).toEqual(["Rating", "Rationale", "Bulletin"]);
  });

  test("[HI4] a sign-off is compared with now by the card that was signed", async () => {
    threeSittings();
    claim.sign(ana);
    const { reviews } = claim.read(ana);
    pause();
    claim.edit(bo, (doc) => doc.getText("gaps").delete(0, 7));
    const { from, differences, restorable } = await compare(`sign-off-${reviews[0]?.id}`, "now");
    expect(from.signOff).toMatchObject({ person: { name: "Ana" }, state: "stale" });
    expect(differences.material[0]?.fields[0]?.parts[0]).toEqual({ type: "removed", text: "Still: " });
    expect(restorable?.changes.material[0]?.fields[0]?.parts[0]).toEqual({ type: "added", text: "Still: " });
  });

  test("[HI5] the same material content is said, with what else is different", async () => {
    threeSittings();
    pause();
    claim.edit(bo, (doc) => {
      setSource(doc, "s1", "note", "Seen on paper.");
      setField(doc, "labels", ["figures"]);
    });
    const { differences } = await compare("5", "now");
    expect(differences.material).toEqual([]);
    expect(differences.beside.map((one) => one.label)).toEqual(["Labels", "Bulletin"]);
  });

  test.each(["0", "99", "-1", "1e3", "x", "sign-off-none", "constructor", ""])(
    "[HI6] %j is no version of this card",
    async (id) => {
      threeSittings();
      const asked = async () => compare(null, id);
      expect((await laterRefusal(asked())).kind).toBe("not_found");
    },
  );
});

describe("the name of a version", () => {
  const name = (member: Member, place: number, words: string) =>
    versions().name(member, claim.claimId, { place, name: words, ...once() });
  const unname = (member: Member, place: number) => versions().unname(member, claim.claimId, { place, ...once() });

  test("[HI7] stands in the list and on the record, and keeps its version apart from what follows", async () => {
    threeSittings();
    name(chen, 5, "  Before the ministry\n answered ");
    write(bo, "More. ");
    const row = (await list()).find((one) => one.place === 5);
    expect(row).toMatchObject({
      name: { words: "Before the ministry answered", by: { name: "Chen" }, canChange: false },
    });
    expect((await list()).map((one) => one.place)).toEqual([6, 5, 4, 2, 1]);
    expect(summaries()[0]).toBe("named a version of the card “Before the ministry answered”");
  });

  test("[HI7] is changed or taken away by who gave it or an editor, and by nobody else", async () => {
    const dalia = desk.member("Dalia", "analyst");
    threeSittings();
    name(chen, 2, "First figures");
    expect(refusal(() => name(dalia, 2, "Mine"))).toMatchObject({ kind: "forbidden" });
    expect(refusal(() => unname(dalia, 2)).message).toBe(
      "Chen named this version “First figures”. Only they, or an editor, can change that.",
    );
    name(bo, 2, "Figures");
    expect(summaries()[0]).toBe("named a version of the card “Figures” instead of “First figures”");
    expect((await list(chen)).find((one) => one.place === 2)).toMatchObject({
      name: { words: "Figures", by: { name: "Chen" }, canChange: true },
    });
    unname(chen, 2);
    expect(summaries()[0]).toBe("took the name “Figures” from a version of the card");
    expect(refusal(() => unname(chen, 2)).kind).toBe("conflict");
  });

  test("[HI7] is refused when it is empty, too long, or for what is not there; readers name nothing", () => {
    expect(refusal(() => name(chen, 1, " ")).detail.fields).toHaveProperty("name");
    expect(refusal(() => name(chen, 1, "x".repeat(81))).message).toContain("80 characters at most");
    expect(refusal(() => name(chen, 2, "Later")).kind).toBe("not_found");
    expect(refusal(() => name(vera, 1, "Mine")).kind).toBe("forbidden");
  });
});

describe("restoring", () => {
  test("[HI10] a part is an edit of who restores, and leaves the other parts as they are", async () => {
    threeSittings();
    const before = claim.read(ana).card;
    await restore(chen, "1", "gaps", "What is not known");
    expect(claim.read(ana)).toMatchObject({ card: { ...before, gaps: "" }, lastEditor: { name: "Chen" } });
    expect(summaries()[0]).toBe("restored What is not known as it was on 10 Mar 2026, 09:00 UTC");
    expect((await list())[0]).toMatchObject({ people: [{ name: "Chen" }], changed: [{ field: "gaps" }] });
  });

  test("[HI11] going back to what was signed makes the sign-off current again", async () => {
    threeSittings();
    claim.sign(ana);
    const [signOff] = claim.read(ana).reviews;
    const signed = claim.read(ana);
    pause();
    claim.edit(bo, (doc) => {
      doc.getText("statement").insert(0, "Not: ");
      removeSource(doc, "s1");
      rationaleRoot(doc).delete(0, 1);
      setField(doc, "ratingId", "false");
    });
    expect(claim.read(ana).status).toBe("in_review");
    await restore(bo, `sign-off-${signOff?.id}`);
    expect(claim.read(ana)).toMatchObject({
      ...{ card: signed.card, contentHash: signed.contentHash, status: "signed_off" },
      reviews: [{ state: "current" }],
    });
    expect(summaries().slice(0, 2)).toEqual([
      "restored the whole card as it was on 10 Mar 2026, 09:30 UTC",
      "went back to the signed text, so the sign-off of Ana is current again",
    ]);
  });

  test("[HI12] changes no decision", async () => {
    threeSittings();
    const { version } = claim.read(ana);
    const people = { assigneeId: chen.id, reviewerIds: [bo.id], dueAt: null };
    desk.services.claims.assign(ana, claim.claimId, { ...people, version, ...once() });
    const { stage, assignee, reviewers, version: after, reviews } = claim.read(ana);
    await restore(bo, "1");
    expect(claim.read(ana)).toMatchObject({ stage, assignee, reviewers, version: after, reviews });
  });

  test("[HI10] the way back from a restored version is the version before", async () => {
    threeSittings();
    const { card } = claim.read(ana);
    const { before } = await restore(bo, "1");
    expect(claim.read(ana).card.sources).toEqual([]);
    await restore(bo, String(before));
    expect(claim.read(ana).card).toEqual(card);
  });

  test("[HI13] is refused when the card changed since it was looked at, and when nothing would change", async () => {
    threeSittings();
    const form = { version: "1", part: null, label: "", seenHash: claim.read(ana).contentHash, ...once() };
    write(chen, "Meanwhile. ");
    const late = await laterRefusal(versions().restore(bo, claim.claimId, form));
    expect(late).toMatchObject({ kind: "conflict", message: expect.stringContaining("Chen changed the card") });
    const again = await laterRefusal(restore(bo, "now"));
    expect(again.message).toBe("Nothing was restored: the card says all of it already.");
    expect(claim.read(ana).card.gaps).toContain("Meanwhile.");
  });

  test("[HI13] is refused for readers, and on a released claim", async () => {
    threeSittings();
    expect(refusal(() => restore(vera, "1")).kind).toBe("forbidden");
    claim.sign(ana);
    const { contentHash } = claim.read(ana);
    const expected = [{ claimId: claim.claimId, contentHash }];
    await desk.services.releases.make(ana, claim.caseNumber, { expected, ...once() });
    expect(refusal(() => restore(bo, "1")).message).toContain("This claim is released");
    expect((await compare("1", "now")).restorable?.whyNot).toEqual({ room: "history", id: "released" });
  });

  test.each(["constructor", "__proto__", "nothing", ""])("[HI13] a part called %j is none", (part) => {
    threeSittings();
    expect(refusal(() => restore(bo, "1", part)).kind).toBe("bad_input");
  });

  test("[CL5] a form that comes twice, also at once, restores once", async () => {
    threeSittings();
    const form = { version: "1", part: null, label: "", seenHash: claim.read(ana).contentHash, ...once() };
    const send = () => versions().restore(bo, claim.claimId, form);
    const [one, other] = await Promise.all([send(), send()]);
    expect(other).toEqual(one);
    expect(summaries().filter((words) => words.startsWith("restored"))).toHaveLength(1);
  });
});

describe("who wrote which words", () => {
  const words = async () => {
    const { texts, writers } = await versions().words(vera, claim.caseNumber, claim.number);
    return (field: string) =>
      texts
        .find((one) => one.field === field)
        ?.lines.flatMap((line) =>
          line.words.map(({ text, by }) => [text, writers[by]?.origin, writers[by]?.person?.name ?? null]),
        );
  };

  test("[HI9] what the server wrote at the start, for somebody, or restored for somebody, says so", async () => {
    threeSittings();
    await restore(ana, "2", "gaps", "What is not known");
    await restore(chen, "5", "gaps", "What is not known");
    const of = await words();
    expect(of("statement")?.map(([, origin, name]) => [origin, name])).toEqual([["first", null]]);
    expect(of("gaps")).toEqual([
      ["Still: ", "restored", "Chen"],
      ["Nobody has counted the cold stores.", "placed", "Bo"],
    ]);
    expect(of("rationale")).toEqual([["The bulletin says so [1].", "placed", "Chen"]]);
  });
});
