import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { cardUrl, openCard, openRaw, openSynced, syncFrame, until } from "#server/collab/browser.fixture.ts";
import { held } from "#server/collab/busy.fixture.ts";
import { type Desk, startDesk } from "#server/collab/desk.fixture.ts";
import type { Person } from "#server/collab/room-server.fixture.ts";

const rowsOf = ({ sqlite }: Desk) => sqlite.prepare("select count(*) from updates").pluck().get();
const stateOf = ({ rooms, claimId }: Desk) => JSON.stringify(rooms.freeze(claimId).card);

/** What a client sends after writing to its copy of the card. */
function updateOf(doc: Y.Doc, write: (doc: Y.Doc) => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  write(doc);
  return Y.encodeStateAsUpdate(doc, before);
}

/** Sends one update as the person and returns the close code; fails when anything was stored. */
async function refusalOf(desk: Desk, person: Person, make: (doc: Y.Doc) => Uint8Array) {
  const [rows, state] = [rowsOf(desk), stateOf(desk)];
  const raw = await openSynced(desk.url, desk.claimId, person);
  raw.socket.send(syncFrame(2, make(raw.doc)));
  const { code } = await raw.closed;
  expect([rowsOf(desk), stateOf(desk)]).toEqual([rows, state]);
  return code;
}

const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);

function nestedElements(depth: number): Y.XmlElement {
  const outer = new Y.XmlElement("blockquote");
  let inner = outer;
  for (let level = 0; level < depth; level++) {
    const next = new Y.XmlElement("blockquote");
    inner.insert(0, [next]);
    inner = next;
  }
  return outer;
}

describe("messages that no browser of ours sends", () => {
  test.each([
    ["nothing at all", []],
    ["an unknown type", [42]],
    ["an unknown sync message", [0, 7, 0]],
    ["a type in two bytes", [0x80, 0x00, 0x02, 0x00]],
    ["a sync kind in two bytes", [0x00, 0x82, 0x00, 0x00]],
    ["a length that is too long", [0, 2, 9, 1]],
    ["something after the message", [0, 2, 0, 1]],
    ["an update that cannot be read", [0, 2, 3, 9, 9, 9]],
    ["a state vector that cannot be read", [0, 0, 1, 200]],
    ["presence that cannot be read", [1, 1, 9]],
    ["an endless number", [100, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1]],
  ])("[RT50] %s is a bad message", async (_what, bytes) => {
    const desk = await startDesk();
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    raw.socket.send(new Uint8Array(bytes));
    expect((await raw.closed).code).toBe(4400);
  });

  test("[RT50] text is a bad message", async () => {
    const desk = await startDesk();
    const { socket, closed } = await openRaw(cardUrl(desk.url, desk.claimId), desk.ada);
    socket.send(Buffer.from([101]).toString());
    expect((await closed).code).toBe(4400);
  });

  test("[RT51] a frame above the limit ends the connection before it is read", async () => {
    const desk = await startDesk();
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    raw.socket.send(new Uint8Array(300 * 1024));
    expect((await raw.closed).code).toBe(1009);
  });

  test("[RT52] seven bytes that announce thirty million parts cost nothing", async () => {
    const desk = await startDesk();
    const bomb = new Uint8Array([1, 0x80, 0x87, 0xa7, 0x0e, 5, 0]);
    const before = held();
    for (let sent = 0; sent < 20; sent++) expect(await refusalOf(desk, desk.ada, () => bomb)).toBe(4400);
    expect(held() - before).toBeLessThan(100e6);
  });

  test("[RT53] an edit that builds on something missing asks for a new start, and nothing waits in memory", async () => {
    const desk = await startDesk();
    const gap = (doc: Y.Doc) => {
      doc.getText("gaps").insert(0, "first");
      return updateOf(doc, () => doc.getText("gaps").insert(5, "second"));
    };
    expect(await refusalOf(desk, desk.ada, gap)).toBe(4509);
    const fromElsewhere = (doc: Y.Doc) => {
      const other = new Y.Doc();
      other.getText("gaps").insert(0, "unknown");
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
      return updateOf(doc, () => doc.getText("gaps").insert(3, "!"));
    };
    expect(await refusalOf(desk, desk.ada, fromElsewhere)).toBe(4509);
  });

  test("[RT53] a deletion of something missing asks for a new start", async () => {
    const desk = await startDesk();
    const deletion = (doc: Y.Doc) => {
      doc.getText("gaps").insert(0, "never sent");
      return updateOf(doc, () => doc.getText("gaps").delete(0, 5));
    };
    expect(await refusalOf(desk, desk.ada, deletion)).toBe(4509);
  });

  test.each<[string, (doc: Y.Doc) => void]>([
    ["a root that the card does not have", (doc) => doc.getMap("evil").set("x", 1)],
    ["a list in a map", (doc) => doc.getArray("fields").insert(0, [1])],
    ["a key in a text", (doc) => doc.getMap("statement").set("x", 1)],
    ["text in the rationale's root", (doc) => doc.getText("rationale").insert(0, "x")],
    ["a map in a text", (doc) => doc.getText("statement").insertEmbed(0, new Y.Map())],
    ["an embed in a text", (doc) => doc.getText("statement").insertEmbed(0, { image: "x" })],
    ["a text type among the fields", (doc) => doc.getMap("fields").set("claimant", new Y.Text("x"))],
    ["a plain object as a source", (doc) => doc.getMap("sources").set("s1", { title: "x" })],
    ["a list as a source", (doc) => doc.getMap("sources").set("s1", new Y.Array())],
    ["a map in a source", (doc) => doc.getMap("sources").set("s1", mapWith("x", new Y.Map()))],
    ["a key called __proto__", (doc) => doc.getMap("fields").set("__proto__", "x")],
    ["a source called constructor", (doc) => doc.getMap("sources").set("constructor", new Y.Map())],
    ["an object with a prototype", (doc) => doc.getMap("figures").set("f1", JSON.parse('{"__proto__":{"x":1}}'))],
    [
      "an element called prototype",
      (doc) => doc.getXmlFragment("rationale").insert(0, [new Y.XmlElement("prototype")]),
    ],
    ["an element that the editor cannot build", (doc) => insertInto(doc, new Y.XmlElement("widget"))],
    ["a heading", (doc) => insertInto(doc, new Y.XmlElement("heading"))],
    ["words outside of a paragraph", (doc) => insertInto(doc, new Y.XmlText("loose"))],
    ["a list without entries of its own kind", (doc) => insertInto(doc, element("bulletList", element("paragraph")))],
    [
      "a paragraph in a citation",
      (doc) => insertInto(doc, element("paragraph", element("citation", element("paragraph")))),
    ],
    ["an attribute that the editor does not know", (doc) => insertInto(doc, attributed("paragraph", "onclick", "x"))],
    ["an attribute of another type", (doc) => insertInto(doc, attributed("blockquote", "cite", { a: 1 }))],
    ["a mark that the editor does not know", (doc) => insertInto(doc, element("paragraph", marked({ evil: {} })))],
    ["a mark with something in it", (doc) => insertInto(doc, element("paragraph", marked({ bold: { x: 1 } })))],
    ["a link that is none", (doc) => insertInto(doc, element("paragraph", marked({ link: { href: "javascript:1" } })))],
    ["a mark in a text without any", (doc) => doc.getText("statement").format(0, 3, { bold: {} })],
    ["bytes as a value", (doc) => doc.getMap("fields").set("claimant", new Uint8Array([1]))],
    ["a number that is none", (doc) => doc.getMap("fields").set("claimant", Number.NaN)],
    ["a document in a card", (doc) => doc.getMap("fields").set("claimant", new Y.Doc())],
    ["a value nested too deeply", (doc) => doc.getMap("fields").set("labels", deep(40))],
    ["elements nested too deeply", (doc) => doc.getXmlFragment("rationale").insert(0, [nestedElements(40)])],
    ["a key of endless length", (doc) => doc.getMap("fields").set("x".repeat(1_000), 1)],
  ])("[RT54] %s is refused", async (_what, write) => {
    const desk = await startDesk();
    expect(await refusalOf(desk, desk.ada, (doc) => updateOf(doc, write))).toBe(4400);
  });

  test("[RT54] what stands beside something in the wrong place is refused too, when only its neighbour says where it is", async () => {
    const desk = await startDesk();
    desk.rooms.edit(desk.claimId, null, (doc) => {
      doc.getXmlFragment("rationale").insert(0, [new Y.XmlElement("paragraph")]);
      doc.getMap("fields").set("claimant", "Somebody");
    });
    const beside = (doc: Y.Doc) => updateOf(doc, () => doc.getText("rationale").insert(1, "x"));
    expect(await refusalOf(desk, desk.ada, beside)).toBe(4400);
    const over = (doc: Y.Doc) => updateOf(doc, () => doc.getMap("fields").set("claimant", new Y.Map()));
    expect(await refusalOf(desk, desk.ada, over)).toBe(4400);
  });

  test("[RT54] a card as the product writes it is taken", async () => {
    const desk = await startDesk();
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    await ada.synced();
    const { doc } = ada;
    doc.getMap("fields").set("labels", ["a", "b"]);
    doc
      .getMap("figures")
      .set("f1", { qualifier: "about", value: "120", upper: "", unit: "people", asOf: "", order: "a0" });
    doc.getMap("sources").set("s1", mapWith("title", "A report"));
    const paragraph = new Y.XmlElement("paragraph");
    const text = new Y.XmlText("It follows");
    const citation = new Y.XmlElement("citation");
    citation.setAttribute("sourceId", "s1");
    paragraph.insert(0, [text, citation]);
    doc.getXmlFragment("rationale").insert(0, [paragraph]);
    text.insert(3, "really ", { bold: {}, link: { href: "https://example.org" } });
    doc.getText("statement").delete(0, 2);
    await ada.saved();
    const { card } = desk.rooms.freeze(desk.claimId);
    expect(card).toMatchObject({ statement: "claim", labels: ["a", "b"], sources: [{ id: "s1", title: "A report" }] });
    expect(card.rationale).toHaveLength(1);
  });

  test("[RT55] who sends too much in a short time is told to slow down, and others are not", async () => {
    const desk = await startDesk({ limits: { messagesPerSecond: 20 } });
    const bo = openCard(desk.url, desk.claimId, desk.bo);
    await bo.synced();
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    for (let sent = 0; sent < 200; sent++) raw.socket.send(syncFrame(2, new Uint8Array([0, 0])));
    expect((await raw.closed).code).toBe(4529);
    bo.doc.getText("gaps").insert(0, "calm");
    await bo.saved();
  });

  test("[RT56] a full card takes no more words, but lets go of some", async () => {
    const desk = await startDesk({ limits: { document: 2_000 } });
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    await ada.synced();
    ada.doc.getText("gaps").insert(0, "x".repeat(1_500));
    await ada.saved();
    expect(
      await refusalOf(desk, desk.bo, (doc) => updateOf(doc, () => doc.getText("gaps").insert(0, "y".repeat(600)))),
    ).toBe(4403);
    ada.doc.getText("gaps").delete(0, 1_000);
    await ada.saved();
    expect(desk.rooms.freeze(desk.claimId).card.gaps).toHaveLength(500);
    ada.doc.getText("gaps").insert(0, "z".repeat(600));
    await ada.saved();
  });

  test("[RT56] words are let go of a quarter beyond that, where each deletion makes two pieces of one", async () => {
    const desk = await startDesk({ limits: { document: 8_000, documentStructs: 1e6 } });
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    await ada.synced();
    const gaps = ada.doc.getText("gaps");
    gaps.insert(0, "x".repeat(6_000));
    await ada.saved();
    for (let at = 5_998; at > 0 && !ada.closed; at -= 2) {
      gaps.delete(at, 1);
      if (at % 100 === 0) await until(() => ada.closed !== null || ada.isSaved(), "it is taken or not");
    }
    await until(() => ada.closed !== null, "at last it is refused");
    expect(ada.closed).toMatchObject({ code: 4403 });
    expect(desk.rooms.fullness(desk.claimId)).toBeLessThan(1.3);
    const bo = openCard(desk.url, desk.claimId, desk.bo);
    await bo.synced();
    bo.doc.getText("gaps").delete(0, bo.doc.getText("gaps").length);
    await bo.saved();
    expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("");
  });

  test("[RT56] a card of too many parts is full too", async () => {
    const desk = await startDesk({ limits: { documentStructs: 50 } });
    const fill = (doc: Y.Doc) => {
      for (let at = 0; at < 60; at++) doc.getMap("fields").set(`f${at}`, at);
    };
    desk.rooms.edit(desk.claimId, null, fill);
    expect(await refusalOf(desk, desk.bo, (doc) => updateOf(doc, () => doc.getText("gaps").insert(0, "y")))).toBe(4403);
  });

  test("[RT57] who does not read what is sent is cut off, and others go on", async () => {
    const desk = await startDesk({ limits: { socketBuffer: 64 * 1024 } });
    const slow = await openSynced(desk.url, desk.claimId, desk.bo);
    slow.socket.pause();
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    await ada.synced();
    const present = () => desk.live.roster(desk.caseId).some((one) => one.memberId === desk.bo.id);
    for (let round = 0; round < 60 && present(); round++) {
      ada.doc.getText("gaps").insert(0, "x".repeat(200_000));
      await ada.saved();
      ada.doc.getText("gaps").delete(0, 200_000);
      await ada.saved();
    }
    expect(present()).toBe(false);
    expect(ada.provider.synced).toBe(true);
  });
});

describe("who is allowed to write as whom", () => {
  test("[RT58] a client id belongs to whoever used it first", async () => {
    const desk = await startDesk();
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    await ada.synced();
    ada.doc.getText("gaps").insert(0, "Ada's");
    await ada.saved();
    const forge = (doc: Y.Doc) => {
      doc.clientID = ada.doc.clientID;
      return updateOf(doc, () => doc.getText("gaps").insert(0, "forged"));
    };
    expect(await refusalOf(desk, desk.bo, forge)).toBe(4409);
    ada.doc.getText("gaps").insert(5, " own");
    await ada.saved();
    expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("Ada's own");
  });

  test("[RT58] the ids under which the server writes belong to nobody", async () => {
    const desk = await startDesk();
    const forge = (doc: Y.Doc) => {
      const [seed] = doc.store.clients.keys();
      doc.clientID = seed ?? 0;
      return updateOf(doc, () => doc.getText("gaps").insert(0, "forged"));
    };
    expect(await refusalOf(desk, desk.ada, forge)).toBe(4409);
  });

  test("[RT58] the id under which somebody shows themselves is theirs before they type", async () => {
    const desk = await startDesk();
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    const bo = openCard(desk.url, desk.claimId, desk.bo);
    await Promise.all([ada.synced(), bo.synced()]);
    await until(() => bo.provider.awareness.getStates().has(ada.doc.clientID), "Bo sees Ada");
    const squat = (doc: Y.Doc) => {
      doc.clientID = ada.doc.clientID;
      return updateOf(doc, () => doc.getText("gaps").insert(0, "forged"));
    };
    expect(await refusalOf(desk, desk.vic, squat)).toBe(4403);
    const raw = await openSynced(desk.url, desk.claimId, desk.bo);
    raw.socket.send(syncFrame(2, squat(raw.doc)));
    expect((await raw.closed).code).toBe(4409);
  });

  test("[RT58] the id stays theirs while they are offline and nobody has the card open", async () => {
    const desk = await startDesk();
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    const bo = openCard(desk.url, desk.claimId, desk.bo);
    await Promise.all([ada.synced(), bo.synced()]);
    await until(() => bo.provider.awareness.getStates().has(ada.doc.clientID), "Bo sees Ada");
    ada.provider.disconnect();
    ada.doc.getText("gaps").insert(0, "written on a train");
    bo.close();
    await until(() => desk.live.roster(desk.caseId).length === 0, "nobody has the card open");
    const raw = await openSynced(desk.url, desk.claimId, desk.bo);
    raw.doc.clientID = ada.doc.clientID;
    raw.socket.send(
      syncFrame(
        2,
        updateOf(raw.doc, (doc) => doc.getText("gaps").insert(0, "forged")),
      ),
    );
    expect((await raw.closed).code).toBe(4409);
    ada.provider.connect();
    await ada.saved();
    expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("written on a train");
  });

  test.each([
    ["an update", 2 as const],
    ["news in its Step2", 1 as const],
  ])("[RT59] a reader who sends %s is turned away and nothing is stored", async (_what, kind) => {
    const desk = await startDesk();
    const rows = rowsOf(desk);
    const raw = await openSynced(desk.url, desk.claimId, desk.vic);
    raw.doc.getText("gaps").insert(0, "graffiti");
    raw.socket.send(syncFrame(kind, Y.encodeStateAsUpdate(raw.doc)));
    expect((await raw.closed).code).toBe(4403);
    expect([rowsOf(desk), desk.rooms.freeze(desk.claimId).card.gaps]).toEqual([rows, ""]);
  });

  test("[RT59] a reader who deletes is turned away", async () => {
    const desk = await startDesk();
    expect(await refusalOf(desk, desk.vic, (doc) => updateOf(doc, () => doc.getText("statement").delete(0, 3)))).toBe(
      4403,
    );
  });

  test("[RT59] a reader with the stock client reads along", async () => {
    const desk = await startDesk();
    const [ada, vic] = [openCard(desk.url, desk.claimId, desk.ada), openCard(desk.url, desk.claimId, desk.vic)];
    await Promise.all([ada.synced(), vic.synced()]);
    ada.doc.getText("statement").delete(0, 2);
    insertInto(ada.doc, element("paragraph", marked({ bold: {} })));
    await until(() => vic.text() === "claim", "Vic reads along");
    expect(vic.closed).toBeNull();
  });
});

const insertInto = (doc: Y.Doc, node: Y.XmlElement | Y.XmlText) => doc.getXmlFragment("rationale").insert(0, [node]);

function element(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.insert(0, children);
  return made;
}

function attributed(name: string, key: string, value: string | object): Y.XmlElement {
  const made = new Y.XmlElement(name);
  made.setAttribute(key, value as string);
  return made;
}

function marked(attributes: Record<string, unknown>): Y.XmlText {
  const words = new Y.XmlText();
  words.insert(0, "words", attributes);
  return words;
}

function mapWith(key: string, value: unknown): Y.Map<unknown> {
  const map = new Y.Map<unknown>();
  map.set(key, value);
  return map;
}
