import { expect, test } from "vitest";
import * as Y from "yjs";
import { markDeletions, missingVersions, versionsOfClaim } from "#db/queries/card-versions.ts";
import { type Amounts, amountsOf } from "#domain/card-amounts.ts";
import { addSource, removeSource, setField, setFigure } from "#domain/card-edit.ts";
import { rootsOf } from "#domain/card-roots.ts";
import { appendParagraph } from "#domain/rationale-write.ts";
import { type OpenCard, openCard, until } from "#server/collab/browser.fixture.ts";
import { Deletions } from "#server/collab/deletions.ts";
import { type Desk, startDesk } from "#server/collab/desk.fixture.ts";
import { cardAt, putBackEdit } from "#server/collab/put-back.ts";

const words = (name: string) => `${name} `.repeat(100).trim();

/** A card with something in every part of it, 2,500 characters in all. */
function fill(doc: Y.Doc): void {
  doc.getText("gaps").insert(0, words("unknown"));
  doc.getText("verdict").insert(0, "Nobody counted.");
  setField(doc, "claimant", "The union");
  for (const id of ["s1", "s2", "s3", "s4"]) addSource(doc, id, { title: `Report ${id}`, quote: "Word for word." });
  for (const value of ["120", "1500", "81"])
    setFigure(doc, { id: `f${value}`, qualifier: "about", value, upper: "", unit: "people", asOf: "" });
  for (const paragraph of ["first", "second"])
    appendParagraph(doc.getXmlFragment("rationale"), [words(paragraph), { cite: "s2" }]);
}

/** Marks everything and deletes it, as nobody should. */
function deleteAll(doc: Y.Doc): void {
  for (const { type } of rootsOf(doc)) {
    if (type instanceof Y.Map) for (const key of [...type.keys()]) type.delete(key);
    else type.delete(0, type.length);
  }
}

async function startCard(): Promise<{ desk: Desk; ada: OpenCard; bo: OpenCard }> {
  const desk = await startDesk();
  const [ada, bo] = [openCard(desk.url, desk.claimId, desk.ada), openCard(desk.url, desk.claimId, desk.bo)];
  await Promise.all([ada.synced(), bo.synced()]);
  ada.doc.transact(() => fill(ada.doc));
  await ada.saved();
  desk.clock.ahead += 3_600_000;
  return { desk, ada, bo };
}

async function edit(card: OpenCard, write: (doc: Y.Doc) => void): Promise<void> {
  card.doc.transact(() => write(card.doc), "typed");
  await card.saved();
}

const kept = ({ db, claimId }: Desk) => versionsOfClaim(db, claimId);
const missing = ({ db, claimId }: Desk) => missingVersions(db, claimId);
const frozen = ({ rooms, claimId }: Desk) => rooms.freeze(claimId);

function putBack(desk: Desk): boolean {
  const [version] = kept(desk);
  const edit = version && putBackEdit(desk.db, version, frozen(desk).card);
  if (edit) desk.rooms.edit(desk.claimId, desk.bo.id, (doc) => Y.applyUpdate(doc, edit));
  return Boolean(edit);
}

test("[RT130] before everything is deleted the card is kept, with who and when, and put back it is the same card", async () => {
  const { desk, ada } = await startCard();
  const before = frozen(desk);
  await edit(ada, deleteAll);
  expect(frozen(desk).card).toMatchObject({ gaps: "", sources: [], figures: [], rationale: [] });
  const [version] = missing(desk);
  expect(version).toMatchObject({ memberId: desk.ada.id, before: { gaps: 799, sources: 4, figures: 3 } });
  expect(Math.abs((version?.at ?? 0) - desk.now())).toBeLessThan(20_000);
  expect(cardAt(desk.db, desk.claimId, version?.seq ?? 0)).toEqual(before.card);

  expect(putBack(desk)).toBe(true);
  expect(frozen(desk)).toMatchObject({ card: before.card, contentHash: before.contentHash });
  expect(frozen(desk).lastEditorId).toBe(desk.bo.id);
  expect(missing(desk)).toEqual([]);
  expect(putBack(desk)).toBe(false);
});

test("[RT130] most sources are much of a card", async () => {
  const { desk, ada } = await startCard();
  await edit(ada, (doc) => ["s1", "s2", "s3"].forEach((id) => void removeSource(doc, id)));
  expect(missing(desk)).toMatchObject([{ before: { sources: 4 } }]);
  expect(putBack(desk)).toBe(true);
  expect(frozen(desk).card.sources.map((one) => one.title)).toEqual(
    ["s1", "s2", "s3", "s4"].map((id) => `Report ${id}`),
  );
});

test("[RT131] what one member takes out piece by piece within a minute counts together, and is one version", async () => {
  const { desk, ada, bo } = await startCard();
  const before = frozen(desk).card;
  for (let round = 0; round < 30; round++) {
    desk.clock.ahead += 1_500;
    await edit(ada, (doc) => cut(doc, 70));
    if (round % 10 === 0) await edit(bo, (doc) => doc.getText("verdict").insert(0, "Bo. "));
  }
  expect(missing(desk)).toHaveLength(1);
  expect(putBack(desk)).toBe(true);
  expect(frozen(desk).card).toEqual({ ...before, verdict: `Bo. Bo. Bo. ${before.verdict}` });
});

test("[RT131] what two members take out, or one in an hour, does not count together", async () => {
  const { desk, ada, bo } = await startCard();
  for (const card of [ada, bo]) await edit(card, (doc) => cut(doc, 500));
  for (let hour = 0; hour < 2; hour++) {
    desk.clock.ahead += 3_600_000;
    await edit(ada, (doc) => cut(doc, 300));
  }
  expect(kept(desk)).toEqual([]);
});

test("[RT131] two members who begin in the same moment are two versions", async () => {
  const desk = await startDesk();
  const before = { ...amountsOf(frozen(desk).card), sources: 8, figures: 8 };
  const deletions = new Deletions().begin(before, []);
  const judge = (memberId: string, now: Partial<Amounts>) => {
    const marks = deletions.judge({ memberId, at: desk.now() }, { ...before, ...now }, 1);
    if (marks) markDeletions(desk.db, desk.claimId, { ...marks, seq: 2, at: desk.now() });
  };
  judge(desk.ada.id, { gaps: 1 });
  judge(desk.bo.id, { gaps: 2 });
  judge(desk.ada.id, { sources: 0 });
  judge(desk.bo.id, { sources: 0, figures: 0 });
  expect(missing(desk).map((one) => one.memberId)).toEqual([desk.ada.id, desk.bo.id]);
  judge(desk.ada.id, {});
  expect(missing(desk)).toEqual([]);
});

test("[RT132] who moves, rewrites, or takes out one source leaves nothing missing, and neither does a short card", async () => {
  const { desk, ada } = await startCard();
  await edit(ada, (doc) => removeSource(doc, "s1"));
  await edit(ada, (doc) => {
    doc.getText("gaps").delete(0, 799);
    doc.getText("gaps").insert(0, words("unclear"));
  });
  await edit(ada, (doc) => {
    doc.getText("gaps").insert(0, words("pasted by mistake").repeat(2));
  });
  await edit(ada, (doc) => doc.getText("gaps").delete(0, words("pasted by mistake").length * 2));
  expect(kept(desk)).toEqual([]);
  await edit(ada, (doc) => doc.getXmlFragment("rationale").delete(0, 2));
  await edit(ada, (doc) => doc.getText("gaps").insert(0, words("second") + words("first")));
  expect(missing(desk)).toEqual([]);

  const short = await startDesk();
  const bo = openCard(short.url, short.claimId, short.bo);
  await bo.synced();
  await edit(bo, (doc) => doc.getText("gaps").insert(0, "x".repeat(400)));
  await edit(bo, deleteAll);
  expect(kept(short)).toEqual([]);
});

test("[RT133] the version is written with the deletion or not at all", async () => {
  const { desk } = await startCard();
  const undone = () =>
    desk.db.transaction(() => {
      desk.rooms.edit(desk.claimId, desk.ada.id, deleteAll);
      expect(kept(desk)).toHaveLength(1);
      throw new Error("undone");
    });
  expect(undone).toThrow("undone");
  expect(kept(desk)).toEqual([]);
  desk.rooms.edit(desk.claimId, desk.ada.id, deleteAll);
  expect(missing(desk)).toHaveLength(1);
});

test("[RT134] nothing is missing any more when it comes back, also in a room that was opened again", async () => {
  const { desk, ada, bo } = await startCard();
  const undo = new Y.UndoManager(
    rootsOf(ada.doc).map(({ type }) => type),
    { trackedOrigins: new Set(["typed"]) },
  );
  await edit(ada, deleteAll);
  bo.close();
  undo.undo();
  await ada.saved();
  expect(kept(desk)).toMatchObject([{ outcome: "came_back" }]);
  expect(putBack(desk)).toBe(false);
  await edit(ada, deleteAll);
  expect(kept(desk)).toHaveLength(2);
  ada.close();
  await until(() => !desk.live.roster(desk.caseId).length, "nobody is there");
  expect(putBack(desk)).toBe(true);
  expect(missing(desk)).toEqual([]);
});

test("[RT135] putting back leaves what was written since, also in the places that were emptied", async () => {
  const { desk, ada, bo } = await startCard();
  const before = frozen(desk).card;
  await edit(ada, (doc) => {
    deleteAll(doc);
    doc.getText("statement").insert(0, "Ada asks. ");
  });
  await edit(bo, (doc) => {
    doc.getText("gaps").insert(0, "Bo asks. ");
    setField(doc, "claimant", "The port");
    setField(doc, "speaker", "A clerk");
    addSource(doc, "s5", { title: "Bo's list" });
    appendParagraph(doc.getXmlFragment("rationale"), ["Bo begins."]);
  });
  expect(putBack(desk)).toBe(true);
  const { card } = frozen(desk);
  expect(card).toMatchObject({
    claimant: "The port",
    speaker: "A clerk",
    verdict: before.verdict,
    figures: before.figures,
  });
  expect([card.gaps.includes(before.gaps), card.gaps.includes("Bo asks. ")]).toEqual([true, true]);
  expect([card.statement.includes(before.statement), card.statement.includes("Ada asks. ")]).toEqual([true, true]);
  expect(card.sources.map((one) => one.id).sort()).toEqual(["s1", "s2", "s3", "s4", "s5"]);
  expect(card.rationale).toHaveLength(3);
  await Promise.all([ada, bo].map((one) => one.saved()));
});

/** Takes the last characters out of wherever there are any. */
function cut(doc: Y.Doc, length: number): void {
  let left = length;
  const paragraphs = doc.getXmlFragment("rationale").toArray() as Y.XmlElement[];
  for (const text of [doc.getText("gaps"), ...paragraphs.map((one) => one.get(0) as Y.XmlText)]) {
    const now = Math.min(left, text.length);
    text.delete(text.length - now, now);
    left -= now;
  }
}
