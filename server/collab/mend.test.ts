import { describe, expect, test, vi } from "vitest";
import * as Y from "yjs";
import { type OpenCard, openCard, until } from "#server/collab/browser.fixture.ts";
import { startDesk } from "#server/collab/desk.fixture.ts";
import { mendRationale } from "#server/collab/mend.ts";

const rationale = (doc: Y.Doc) => doc.getXmlFragment("rationale");

function element(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
}
const entry = (words: string) => element("listItem", element("paragraph", new Y.XmlText(words)));

/** What is left of a rationale after mending. */
function mended(...nodes: Y.XmlElement[]): string {
  const doc = new Y.Doc();
  rationale(doc).insert(0, nodes);
  doc.transact(() => mendRationale(rationale(doc)));
  return rationale(doc).toString();
}

describe("mending a rationale [RT37]", () => {
  test("takes out lists and quotations with nothing in them, also one within the other", () => {
    expect(mended(element("paragraph"), element("blockquote", element("bulletList")), element("orderedList"))).toBe(
      "<paragraph></paragraph>",
    );
  });

  test("lets a list entry begin with a paragraph, and keeps its words", () => {
    expect(mended(element("bulletList", element("listItem", element("bulletList", entry("kept")))))).toBe(
      "<bulletlist><listitem><paragraph></paragraph><bulletlist><listitem><paragraph>kept</paragraph></listitem></bulletlist></listitem></bulletlist>",
    );
  });

  test("takes out neighbours at once, wherever they stand", () => {
    const kept = ["heading", "paragraph", "paragraph"].map((name) => element(name));
    const empties = () => Array.from({ length: 1_000 }, () => element("bulletList"));
    const doc = new Y.Doc();
    rationale(doc).insert(0, [...empties(), ...kept.flatMap((one) => [one, ...empties()])]);
    const taken = vi.spyOn(rationale(doc), "delete");
    doc.transact(() => mendRationale(rationale(doc)));
    expect(rationale(doc).toArray().map(String)).toEqual([
      "<heading></heading>",
      "<paragraph></paragraph>",
      "<paragraph></paragraph>",
    ]);
    expect(taken).toHaveBeenCalledTimes(4);
  });

  test("writes nothing into a rationale that is whole", () => {
    const doc = new Y.Doc();
    rationale(doc).insert(0, [element("bulletList", entry("a")), element("blockquote", element("paragraph"))]);
    const before = Y.encodeStateVector(doc);
    doc.transact(() => mendRationale(rationale(doc)));
    expect(Y.encodeStateVector(doc)).toEqual(before);
  });
});

/** Counts how often a copy of the card holds a list without entries after taking in what the server sent. */
function watchForEmptyLists(card: OpenCard): () => number {
  let seen = 0;
  card.doc.on("afterTransaction", ({ local }: Y.Transaction) => {
    if (!local && rationale(card.doc).toString().includes("<bulletlist></bulletlist>")) seen++;
  });
  return () => seen;
}

describe("on an open card", () => {
  test("[RT37] a list that loses all entries goes in nobody's name, and an onlooker never sees it empty", async () => {
    const desk = await startDesk();
    const [ada, bo] = [openCard(desk.url, desk.claimId, desk.ada), openCard(desk.url, desk.claimId, desk.bo)];
    await Promise.all([ada.synced(), bo.synced()]);
    rationale(ada.doc).insert(0, [element("bulletList", entry("first")), element("paragraph", new Y.XmlText("end"))]);
    await ada.saved();
    await until(() => rationale(bo.doc).length === 2, "Bo sees the list");
    const emptySeen = watchForEmptyLists(bo);
    (rationale(ada.doc).get(0) as Y.XmlElement).delete(0, 1);
    await until(
      () => [ada, bo].every(({ doc }) => rationale(doc).toString() === "<paragraph>end</paragraph>"),
      "mended",
    );
    expect(emptySeen()).toBe(0);
    const frozen = desk.rooms.freeze(desk.claimId);
    expect(frozen).toMatchObject({ lastEditorId: desk.ada.id, card: { rationale: [{ type: "paragraph" }] } });
    expect(desk.sqlite.prepare("select member_id from updates order by seq desc limit 1").pluck().get()).toBeNull();
  });
});
