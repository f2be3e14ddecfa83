import { expect, test } from "vitest";
import * as Y from "yjs";
import { readCard } from "#domain/card.ts";
import { openCard, until } from "#server/collab/browser.fixture.ts";
import { startDesk } from "#server/collab/desk.fixture.ts";

const words = (doc: Y.Doc) => (doc.getXmlFragment("rationale").get(0) as Y.XmlElement).get(0) as Y.XmlText;
const has = (doc: Y.Doc, part: string) => JSON.stringify(readCard(doc).rationale).includes(part);

test("[RT110] formatting that is left without words goes in the window of whoever took the words back too", async () => {
  const desk = await startDesk();
  const [ada, bo] = [openCard(desk.url, desk.claimId, desk.ada), openCard(desk.url, desk.claimId, desk.bo)];
  await Promise.all([ada.synced(), bo.synced()]);
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("Up to 120 people")]);
  ada.doc.getXmlFragment("rationale").insert(0, [paragraph]);
  const steps = new Y.UndoManager(ada.doc.getXmlFragment("rationale"));
  words(ada.doc).insert(6, "about ");
  await until(() => has(bo.doc, "about"), "Bo sees Ada's words");
  words(bo.doc).format(6, 6, { link: { href: "https://example.org/" } });
  await until(() => has(ada.doc, "example.org"), "Ada sees Bo's link");
  steps.undo();
  await until(() => !has(bo.doc, "about"), "Ada has taken her words back");
  await Promise.all([ada.saved(), bo.saved()]);
  await until(
    () => Y.equalSnapshots(Y.snapshot(ada.doc), Y.snapshot(bo.doc)),
    "both copies are the same to the last part",
  );
});

test("[RT59] a reader who takes formatting off words that are there is told so, and the card keeps it", async () => {
  const desk = await startDesk();
  const ada = openCard(desk.url, desk.claimId, desk.ada);
  await ada.synced();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText("Up to 120 people")]);
  ada.doc.getXmlFragment("rationale").insert(0, [paragraph]);
  words(ada.doc).format(6, 3, { italic: {} });
  await ada.saved();
  const vic = openCard(desk.url, desk.claimId, desk.vic);
  await vic.synced();
  words(vic.doc).format(6, 3, { italic: null });
  await until(() => vic.closed !== null, "Vic is told");
  expect(vic.closed).toMatchObject({ code: 4403 });
  expect(JSON.stringify(desk.rooms.freeze(desk.claimId).card.rationale)).toContain("italic");
});
