import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { versionsOfClaim } from "#db/queries/card-versions.ts";
import { addSource, setFigure } from "#domain/card-edit.ts";
import { rootsOf } from "#domain/card-roots.ts";
import { startDesk } from "#server/collab/desk.fixture.ts";
import { putBackEdit } from "#server/collab/put-back.ts";
import { addClaim } from "#server/collab/room-server.fixture.ts";

const IDS = ["a", "b", "c", "d"];

const element = (name: string, ...children: (Y.XmlElement | Y.XmlText)[]) => {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
};

function paragraph(words: string): Y.XmlElement {
  const citation = new Y.XmlElement("citation");
  citation.setAttribute("sourceId", "b");
  return element("paragraph", new Y.XmlText(`${words} counted. `.repeat(15)), citation, new Y.XmlText("Twice."));
}

/** Every shape that a rationale takes: lists in lists, quotations, citations, and words that are bold. */
function fill(doc: Y.Doc): void {
  doc.getText("gaps").insert(0, "Nobody knows. ".repeat(40));
  for (const id of IDS) {
    addSource(doc, id, { title: `Report ${id}`, quote: "Word for word." });
    setFigure(doc, { id, qualifier: "about", value: "120", upper: "", unit: id, asOf: "" });
  }
  const inner = element("bulletList", element("listItem", paragraph("Two")));
  const list = element(
    "bulletList",
    element("listItem", paragraph("One"), inner),
    element("listItem", paragraph("Three")),
  );
  const rationale = doc.getXmlFragment("rationale");
  rationale.insert(0, [paragraph("First"), list, element("blockquote", paragraph("Quoted"))]);
  ((rationale.get(0) as Y.XmlElement).get(0) as Y.XmlText).format(3, 20, { bold: {} });
}

type Cut = { parts: number[]; whole: boolean };

/** Takes out some parts of the card, wholly or only the beginning of what is in them. */
function takeOut(doc: Y.Doc, { parts, whole }: Cut): void {
  for (const [at, { type }] of rootsOf(doc).entries()) {
    if (!parts.includes(at)) continue;
    if (type instanceof Y.Map) for (const key of [...type.keys()].slice(whole ? 0 : 1)) type.delete(key);
    else if (whole || type instanceof Y.Text) type.delete(0, Math.ceil(type.length * (whole ? 1 : 0.8)));
    else for (const node of type.toArray() as Y.XmlElement[]) node.delete(0, Math.min(1, node.length));
  }
}

const cuts = fc.array(
  fc.record({ parts: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 3 }), whole: fc.boolean() }),
  {
    minLength: 1,
    maxLength: 3,
  },
);

test("[RT131] in whatever pieces a card was taken apart, closed in between, put back it is the same card", async () => {
  const desk = await startDesk();
  const returns = fc.property(cuts, (pieces) => {
    const claimId = addClaim(desk, desk.caseId, desk.ada, fill);
    const before = desk.rooms.freeze(claimId);
    for (const piece of pieces) desk.rooms.edit(claimId, desk.ada.id, (doc) => takeOut(doc, piece));
    const [version, ...more] = versionsOfClaim(desk.db, claimId);
    expect(more).toEqual([]);
    if (!version) return;
    const edit = putBackEdit(desk.db, version, desk.rooms.freeze(claimId).card);
    desk.rooms.edit(claimId, desk.bo.id, (doc) => edit && Y.applyUpdate(doc, edit));
    const after = desk.rooms.freeze(claimId);
    expect(after.card).toEqual(before.card);
    expect(after.contentHash).toBe(before.contentHash);
  });
  fc.assert(returns, { numRuns: 12, endOnFailure: true });
});
