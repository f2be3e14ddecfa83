import { randomUUID } from "node:crypto";
import type * as Y from "yjs";
import { caseByNumber } from "#db/queries/cases.ts";
import { insertClaim } from "#db/queries/claims.ts";
import { addSource, setField, setFigure } from "#domain/card-edit.ts";
import { QUALIFIERS } from "#domain/figures.ts";
import { appendParagraph } from "#domain/rationale-write.ts";
import { PRESET_SCALES } from "#domain/scales.ts";
import type { Stage } from "#domain/status.ts";
import type { Context, Member } from "#server/context.ts";
import type { Services } from "#server/services/index.ts";
import { seeded } from "#server/testing/seeded.ts";

/** How many claims the case has that the screens are measured on. */
export const LONG = 10_000;
/** How many of those in review are signed off. */
const SIGNED = 300;

const WHO = ["The port authority", "The dockers' union", "A police spokesman", "The water board", "The ministry"];
const WHAT = ["containers were left on the quay", "residents were moved from the villages below the breach"];
const MORE = ["lorries turned back at the gate", "families had no water on Monday", "cold stores had been opened"];
const STAGES: readonly Stage[] = [
  ...(["inbox", "inbox", "inbox", "inbox", "researching", "researching", "researching"] as const),
  ...(["in_review", "in_review", "in_review"] as const),
];

type Desk = { services: Services; context: Context };

/** A case as long as a desk's longest: claims of every status, with claimants, figures, sources and rationales. Returns their ids. */
export function makeLongCase({ services, context }: Desk, people: readonly Member[]): string[] {
  const [editor] = people as [Member];
  const [scale] = PRESET_SCALES;
  const choices = { title: "Harbour strike", scaleId: scale?.id ?? null, quorum: 1, restricted: false, memberIds: [] };
  const { number } = services.cases.create(editor, { ...choices, once: randomUUID() });
  const caseId = caseByNumber(context.db, number)?.id ?? "";
  const random = seeded(20);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const rows = Array.from({ length: LONG }, (_, at) => ({
    ...{ id: randomUUID(), caseId, number: at + 1, stage: pick(STAGES), createdBy: editor.id },
    assigneeId: random() < 0.6 ? pick(people).id : null,
    dueAt: random() < 0.2 ? context.now() + Math.floor(random() * 200) * 3_600_000 : null,
    createdAt: context.now() - at * 60_000,
  }));
  context.db.transaction(
    (tx) => {
      for (const row of rows) {
        insertClaim(tx, row);
        context.rooms.seed(tx, row, (doc) => write(doc, random, pick));
      }
    },
    { behavior: "immediate" },
  );
  for (const { id } of rows.filter((one) => one.stage === "in_review").slice(0, SIGNED))
    services.reviews.signOff(editor, id, { seenHash: context.rooms.freeze(id).contentHash, once: randomUUID() });
  services.find.catchUp();
  return rows.map((one) => one.id);
}

function write(doc: Y.Doc, random: () => number, pick: <T>(list: readonly T[]) => T): void {
  const value = String(Math.floor(random() * 10_000));
  const claimant = pick(WHO);
  doc.getText("statement").insert(0, `${claimant} said that ${value} ${pick([...WHAT, ...MORE])}.`);
  doc.getText("verdict").insert(0, "The count covers what was registered by Monday evening.");
  for (const [field, given] of [
    ...([
      ["claimant", claimant],
      ["language", "en"],
      ["scaleId", PRESET_SCALES[0]?.id ?? ""],
    ] as const),
    ["ratingId", pick(PRESET_SCALES[0]?.ratings ?? [])?.id ?? ""] as const,
  ])
    setField(doc, field, given);
  setFigure(doc, { id: "figure", qualifier: pick(QUALIFIERS), value, upper: "", unit: "containers", asOf: "Monday" });
  for (let source = Math.floor(random() * 4); source >= 0; source--)
    addSource(doc, `source-${source}`, {
      ...{ stance: pick(["supports", "refutes", "context"] as const), rank: "primary" },
      ...{ title: `Bulletin ${value}-${source}`, publisher: claimant, url: `https://example.org/${value}/${source}` },
      ...{ quote: "The list was closed on Monday evening.", quoteLanguage: "en", locator: `page ${source + 1}` },
    });
  appendParagraph(doc.getXmlFragment("rationale"), ["Both sides gave a list ", { cite: "source-0" }, "."]);
}
