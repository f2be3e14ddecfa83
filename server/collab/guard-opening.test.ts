import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { emptyCard } from "#domain/empty-card.ts";
import { CARD_SLOW } from "#domain/protocol.ts";
import { openCard, openSynced, syncFrame, until } from "#server/collab/browser.fixture.ts";
import { startDesk } from "#server/collab/desk.fixture.ts";
import { partsOf } from "#server/collab/fullness.ts";
import { checkUpdate } from "#server/collab/guard.ts";
import { createOpening } from "#server/collab/guard-opening.ts";
import { tangledParts } from "#server/collab/guard-tangle.ts";
import { judged, type Placing, placed, placings, withParagraph } from "#server/collab/placing.fixture.ts";
import { stepsToOpen, tangle } from "#server/collab/tangle.fixture.ts";

const anybody = { memberId: "ada", ownerOf: () => "ada" };

type Act = { who: number; at: number; what: "insert" | "delete" | "paragraph" | "bold" | "set"; text: string };

/** What an editor does with the card. */
function act(doc: Y.Doc, { at, what, text }: Act): void {
  const [gaps, rationale] = [doc.getText("gaps"), doc.getXmlFragment("rationale")];
  const words = (rationale.get(at % (rationale.length || 1)) as Y.XmlElement | undefined)?.get(0) as Y.XmlText;
  if (what === "set") doc.getMap("fields").set("claimant", text);
  else if (what === "insert") gaps.insert(at % (gaps.length + 1), text);
  else if (what === "delete" && gaps.length > 0) gaps.delete(at % gaps.length, 1);
  else if (what === "bold" && words) words.format(at % words.length, 1, { bold: {} });
  else if (what === "paragraph") {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(text)]);
    rationale.insert(at % (rationale.length + 1), [paragraph]);
  }
}

const acts = fc.array(
  fc.record<Act>({
    who: fc.nat({ max: 2 }),
    at: fc.nat(),
    what: fc.constantFrom("insert", "delete", "paragraph", "bold", "set"),
    text: fc.string({ minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 60 },
);

const stepsOver = (doc: Y.Doc) => stepsToOpen(doc) - 6 * partsOf(doc);

describe("how long a card takes to open", () => {
  test("[RT156] is bounded by its parts times those that are tangled, as counted and as added up, whatever was put where", () => {
    const holds = (all: readonly Placing[], isNested: boolean) => {
      const [taken, anything] = [withParagraph(), withParagraph()];
      let added = 0;
      for (const placing of all) {
        const into = ({ doc, inside }: typeof taken) => (isNested ? inside : doc.getText("gaps"));
        Y.applyUpdate(anything.doc, placed(anything.doc, placing, into(anything)));
        const update = placed(taken.doc, placing, into(taken));
        const checked = judged(taken.doc, update);
        if (!checked) continue;
        added += checked.tangled;
        Y.applyUpdate(taken.doc, update);
      }
      expect(stepsOver(taken.doc)).toBeLessThanOrEqual(added * partsOf(taken.doc));
      for (const { doc } of [taken, anything])
        expect(stepsOver(doc)).toBeLessThanOrEqual(tangledParts(doc) * partsOf(doc));
    };
    fc.assert(fc.property(fc.array(placings(60), { maxLength: 40 }), fc.boolean(), holds), { numRuns: 600 });
  });

  test("[RT156] an update that is said to tangle nothing tangles nothing", () => {
    const holds = (before: readonly Act[], placing: Placing) => {
      const doc = Object.assign(emptyCard(), { clientID: 3 });
      for (const one of before) act(doc, one);
      const update = placed(doc, placing);
      const checked = judged(doc, update);
      if (!checked) return;
      Y.applyUpdate(doc, update);
      if (checked.tangled === 0) expect(tangledParts(doc)).toBe(0);
    };
    fc.assert(fc.property(acts, placings(4), holds), { numRuns: 1_000 });
  });

  test("[RT156] does not grow with what people type: nothing that an editor does tangles parts", () => {
    const holds = (all: readonly Act[]) => {
      const doc = emptyCard();
      const windows = [11, 22, 33].map((id) => Object.assign(emptyCard(), { clientID: id }));
      for (const window of windows)
        window.on("update", (update: Uint8Array, origin: unknown) => {
          if (origin === doc) return;
          expect(checkUpdate(doc, update, anybody).tangled).toBe(0);
          Y.applyUpdate(doc, update);
          for (const other of windows) if (other !== window) Y.applyUpdate(other, update, doc);
        });
      for (const one of all) act(windows[one.who] as Y.Doc, one);
      expect(tangledParts(doc)).toBe(0);
    };
    fc.assert(fc.property(acts, holds), { numRuns: 300 });
  });

  test("[RT156] is tried on a copy where it may have grown, and only there", () => {
    const doc = emptyCard();
    const opening = createOpening(60_000);
    let tried = 0;
    const take = (update: Uint8Array) => {
      opening.check(doc, update, checkUpdate(doc, update, anybody), () => (tried += 1));
      Y.applyUpdate(doc, update);
    };
    const theirs = emptyCard();
    theirs.on("update", take);
    for (let at = 0; at < 3_000; at++) theirs.getText("verdict").insert(at >> 1, "x");
    expect(tried).toBe(0);
    const times = tangle(1_000, 2_400).map((update) => {
      const before = tried;
      take(update);
      return tried - before;
    });
    expect(tried).toBeGreaterThanOrEqual(2);
    expect(times.filter((one) => one === 0).length).toBeGreaterThan(1);
  });

  test("[RT156] is tried also where as much goes as comes in, as what comes may be worse", () => {
    const doc = emptyCard();
    for (const update of tangle(1_000, 0)) Y.applyUpdate(doc, update);
    const opening = createOpening(60_000);
    let spent = 0;
    for (let at = 0; at < 12; at++)
      opening.check(doc, new Uint8Array([0, 0]), { parts: 400, tangled: 0 }, () => (spent += 1));
    expect(spent).toBeGreaterThanOrEqual(4);
  });

  test("[RT156] is what nobody makes too long: what would is refused, whole, and a colleague goes on", async () => {
    const desk = await startDesk({ limits: { opening: 20, messagesPerSecond: 1_000_000 } });
    const bo = openCard(desk.url, desk.claimId, desk.bo);
    await bo.synced();
    const raw = await openSynced(desk.url, desk.claimId, desk.ada);
    for (const update of tangle(1_000, 4_000)) raw.socket.send(syncFrame(2, update));
    expect(await raw.closed).toEqual({ code: 4403, reason: CARD_SLOW });
    const { gaps } = desk.rooms.freeze(desk.claimId).card;
    expect(gaps).toMatch(/^sfm*k*e$/);
    expect(gaps).not.toContain("m".repeat(4_000));
    bo.doc.getText("verdict").insert(0, "goes on");
    await bo.saved();
    await until(() => bo.doc.getText("gaps").toString() === gaps, "Bo has what was taken");
  });
});
