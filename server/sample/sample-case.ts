import { randomUUID } from "node:crypto";
import type * as Y from "yjs";
import { codePointLength } from "#domain/anchors.ts";
import { addSource, type SourceValue, setField } from "#domain/card-edit.ts";
import { appendParagraph, type Stretch } from "#domain/rationale-write.ts";
import type { Context, Member } from "#server/context.ts";
import { SAMPLE_ARTICLE } from "#server/sample/article.ts";
import type { Services } from "#server/services/index.ts";

/** Who works on the sample case. The editor opens it; the analyst writes; the reviewer signs. */
export type SampleCast = { editor: Member; analyst: Member; reviewer: Member };

type SampleCard = {
  words: string;
  statement: string;
  claimant: string;
  when?: string;
  ratingId?: string;
  verdict?: string;
  gaps?: string;
  sources?: (Partial<SourceValue> & { id: string })[];
  rationale?: Stretch[][];
};

const bulletin = {
  id: "bulletin",
  stance: "supports",
  rank: "primary",
  title: "Situation bulletin no. 4",
  publisher: "Regional water board",
  date: "2026-03-09",
  url: "https://example.org/water-board/bulletin-4",
  quote: "240 residents of Lenne, Moorende and Sielhof have been accommodated elsewhere.",
  quoteLanguage: "en",
  locator: "page 2, table 1",
  archivedUrl: "https://archive.example.org/20260309/bulletin-4",
} as const;

const unionLetter = {
  id: "union",
  stance: "refutes",
  rank: "primary",
  title: "Open letter to the minister",
  publisher: "Farmers' union of the Ostermoor",
  author: "Jannes Dirks",
  date: "2026-03-09",
  url: "https://example.org/farmers-union/open-letter",
  quote: "Up to 1,100 people are without a roof tonight, among them seasonal workers nobody has counted.",
  quoteLanguage: "en",
  locator: "paragraph 3",
} as const;

const SIGNED: SampleCard = {
  words: "around 240 residents had been moved from three villages below the breach",
  statement: "About 240 residents were moved out of three villages after the Ostermoor dyke broke.",
  claimant: "Regional water board",
  when: "2026-03-09",
  ratingId: "disputed",
  verdict:
    "The board's count covers registered residents only; the union's higher figure counts people who are registered nowhere.",
  gaps: "Nobody has counted the seasonal workers.",
  sources: [bulletin, unionLetter],
  rationale: [
    ["The board's own bulletin lists 240 residents by village ", { cite: "bulletin" }, "."],
    [
      "The union speaks of up to 1,100, a ceiling and not a count, and includes seasonal workers ",
      { cite: "union" },
      ". Neither list has been checked by a third party.",
    ],
  ],
};

const STALE: SampleCard = {
  words: "81 of the displaced had returned by Tuesday morning",
  statement: "81 of the displaced had returned to their homes by Tuesday morning.",
  claimant: "Relief workers",
  when: "Tuesday morning",
  ratingId: "mostly-true",
  verdict: "The list kept at the sports hall shows the same number.",
  sources: [
    {
      id: "list",
      stance: "supports",
      rank: "primary",
      title: "Departure list, sports hall Lenne",
      publisher: "Relief service Lenne",
      date: "2026-03-10",
      quote: "Departures until 9:30: 81",
      quoteLanguage: "en",
      locator: "last line",
      protected: true,
    },
  ],
  rationale: [["The departure list kept at the sports hall has 81 names ", { cite: "list" }, "."]],
};

const RESEARCHING: SampleCard = {
  words: "up to 1,100 people out of their homes",
  statement: "Up to 1,100 people had to leave their homes.",
  claimant: "Farmers' union",
  when: "2026-03-09",
  sources: [unionLetter],
};

const INBOX: SampleCard[] = [
  {
    words: "the board had known since December that the sluice at Ketteler's Mill was leaking",
    statement: "The water board had known since December that the sluice at Ketteler's Mill was leaking.",
    claimant: "Farmers' union",
  },
  {
    words: "At least 60 of them were taken in by the sports hall in Lenne",
    statement: "At least 60 of the displaced were taken in by the sports hall in Lenne.",
    claimant: "Regional water board",
  },
];

/**
 * Makes the sample case through the same services that people use: a short article with two sides, a few claims,
 * sources, one current and one stale sign-off. Returns its number.
 */
export function makeSampleCase(
  { services, rooms }: { services: Omit<Services, "sample">; rooms: Context["rooms"] },
  { editor, analyst, reviewer }: SampleCast,
): number {
  const once = () => ({ once: randomUUID() });
  const choices = {
    title: "Ostermoor dyke: who was displaced?",
    scaleId: "seven-step-1",
    quorum: 1,
    restricted: false,
    memberIds: [],
  };
  const { number } = services.cases.create(editor, { ...choices, ...once() }, { sample: true });
  const { documentId } = services.documents.add(editor, number, { ...SAMPLE_ARTICLE, ...once() });

  const claim = (card: SampleCard) => {
    const { claimId, number: claimNumber } = services.claims.createFromWords(analyst, number, {
      documentId,
      versionNumber: 1,
      ...place(card.words),
      ...once(),
    });
    rooms.edit(claimId, analyst.id, (doc) => fill(doc, card));
    return { claimId, claimNumber };
  };
  const assign = ({ claimId, claimNumber }: { claimId: string; claimNumber: number }) => {
    const { version } = services.claims.read(editor, number, claimNumber);
    services.claims.assign(editor, claimId, {
      assigneeId: analyst.id,
      reviewerIds: [reviewer.id],
      dueAt: null,
      version,
      ...once(),
    });
  };
  const sign = ({ claimId, claimNumber }: { claimId: string; claimNumber: number }) => {
    const { contentHash } = services.claims.read(reviewer, number, claimNumber);
    services.reviews.signOff(reviewer, claimId, { seenHash: contentHash, ...once() });
  };

  const signed = claim(SIGNED);
  const stale = claim(STALE);
  const researching = claim(RESEARCHING);
  for (const one of [signed, stale, researching]) assign(one);
  sign(signed);
  sign(stale);
  rooms.edit(stale.claimId, analyst.id, (doc) => {
    doc.getText("gaps").insert(0, "Whether the 81 went home or to relatives is not on the list.");
  });
  for (const card of INBOX) claim(card);
  const opinion = services.documents
    .read(editor, number, documentId)
    .sentences.find((one) => one.start === place("Nobody who lived through that night").start);
  if (opinion) {
    const dismissal = { versionNumber: 1, ordinals: [opinion.ordinal], reason: "not_checkable" as const };
    services.documents.dismiss(editor, number, documentId, { ...dismissal, ...once() });
  }
  return number;
}

function place(words: string): { start: number; end: number } {
  const at = SAMPLE_ARTICLE.text.indexOf(words);
  if (at < 0) throw new Error(`The sample article does not say “${words}”.`);
  const start = codePointLength(SAMPLE_ARTICLE.text.slice(0, at));
  return { start, end: start + codePointLength(words) };
}

function fill(
  doc: Y.Doc,
  { statement, claimant, when = "", ratingId, verdict = "", gaps = "", sources = [], rationale = [] }: SampleCard,
): void {
  const text = doc.getText("statement");
  text.delete(0, text.length);
  text.insert(0, statement);
  doc.getText("verdict").insert(0, verdict);
  doc.getText("gaps").insert(0, gaps);
  setField(doc, "claimant", claimant);
  setField(doc, "claimantGuessed", false);
  setField(doc, "saidWhen", when);
  setField(doc, "saidWhenPrecision", /^\d{4}-\d{2}-\d{2}$/.test(when) ? "day" : "as_said");
  if (ratingId) setField(doc, "ratingId", ratingId);
  for (const { id, ...source } of sources) addSource(doc, id, source);
  for (const paragraph of rationale) appendParagraph(doc.getXmlFragment("rationale"), paragraph);
}
