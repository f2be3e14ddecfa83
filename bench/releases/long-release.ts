import { randomUUID } from "node:crypto";
import type * as Y from "yjs";
import type { Db } from "#db/client.ts";
import { caseByNumber } from "#db/queries/cases.ts";
import { insertClaim } from "#db/queries/claims.ts";
import { insertReview } from "#db/queries/reviews.ts";
import { addQuote, addSource, setField, setFigure } from "#domain/card-edit.ts";
import { CONTENT_VERSION } from "#domain/content.ts";
import { appendParagraph } from "#domain/rationale-write.ts";
import { PRESET_SCALES } from "#domain/scales.ts";
import type { Member } from "#server/context.ts";
import { once, type TestDesk } from "#server/testing/desk.ts";
import { seeded } from "#server/testing/seeded.ts";

const SOURCES = 3;
const SENTENCE =
  "The list that the harbour office keeps was closed on Monday evening and has not been corrected since.";

type Desk = Pick<TestDesk, "services" | "db" | "rooms">;

/** A case whose claims are all signed off: each with a quote, a figure, sources, and a rationale that cites them. */
export function makeSignedCase(desk: Desk, [editor, reviewer]: [Member, Member], claims: number): number {
  const scaleId = PRESET_SCALES[0]?.id ?? null;
  const choices = { title: `Harbour strike, ${claims} claims`, scaleId, quorum: 1, restricted: false, memberIds: [] };
  const { number } = desk.services.cases.create(editor, { ...choices, ...once() });
  const caseId = caseByNumber(desk.db, number)?.id ?? "";
  const versionId = addArticle(desk, editor, number);
  const random = seeded(30);
  desk.db.transaction((transaction) => {
    const tx = transaction as unknown as Db;
    for (let at = 1; at <= claims; at++) {
      const id = randomUUID();
      insertClaim(tx, { id, caseId, number: at, stage: "in_review", createdBy: editor.id, createdAt: at });
      desk.rooms.seed(tx, { id, caseId }, (doc) => write(doc, { versionId, value: Math.floor(random() * 100_000) }));
      const { card, contentHash, lastEditorId } = desk.rooms.freeze(id);
      const facts = { contentVersion: CONTENT_VERSION, contentHash, card, lastEditorId, note: "", at };
      insertReview(tx, { id: randomUUID(), claimId: id, reviewerId: reviewer.id, decision: "sign_off", ...facts });
    }
  });
  return number;
}

function addArticle(desk: Desk, editor: Member, number: number): string {
  const article = { title: "The strike in the harbour", outlet: "The Harbour News", language: "en", text: SENTENCE };
  const unknown = { originUrl: "https://example.org/strike", publishedOn: "" };
  const { documentId } = desk.services.documents.add(editor, number, { ...article, ...unknown, ...once() });
  return desk.services.documents.read(editor, number, documentId).version.id;
}

function write(doc: Y.Doc, { versionId, value }: { versionId: string; value: number }): void {
  doc.getText("statement").insert(0, `The port authority said that ${value} containers were left on the quay.`);
  doc.getText("verdict").insert(0, "The count covers what was registered by Monday evening.");
  doc.getText("gaps").insert(0, SENTENCE);
  addQuote(doc, {
    ...{ id: "quote", versionId, exact: SENTENCE },
    ...{ start: 0, end: SENTENCE.length, prefix: "", suffix: "" },
  });
  const scaleId = PRESET_SCALES[0]?.id ?? "";
  for (const [field, given] of Object.entries({
    claimant: "Port authority",
    language: "en",
    scaleId,
    ratingId: "mixed",
  }))
    setField(doc, field as "claimant", given);
  const amount = { value: String(value), upper: "", unit: "containers", asOf: "Monday" };
  setFigure(doc, { id: "figure", qualifier: "about", ...amount });
  for (let source = 0; source < SOURCES; source++)
    addSource(doc, `source-${source}`, {
      ...{ stance: "supports", rank: "primary", locator: `page ${source + 1}`, date: "2026-03-09" },
      ...{ title: `Bulletin ${value}-${source}`, publisher: "Port authority", quote: SENTENCE, quoteLanguage: "en" },
      ...{ url: `https://example.org/${value}/${source}`, archivedUrl: `https://archive.example/${value}/${source}` },
    });
  for (let source = 0; source < SOURCES; source++)
    appendParagraph(doc.getXmlFragment("rationale"), [SENTENCE, " ", { cite: `source-${source}` }, "."]);
}
