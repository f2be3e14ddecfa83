import { describe, expect, test } from "vitest";
import type * as Y from "yjs";
import { cardOf, claimById } from "#db/queries/claims.ts";
import { quarantineOf } from "#db/queries/collab.ts";
import { contentHash } from "#domain/content.ts";
import { appendParagraph } from "#domain/rationale-write.ts";
import { type OpenCard, openCard, until } from "#server/collab/browser.fixture.ts";
import { type Desk, startDesk } from "#server/collab/desk.fixture.ts";
import type { MaterialChange } from "#server/collab/project.ts";

/** Long enough that nothing is written unless somebody asks for it. */
const NEVER = 1_000_000;

const gaps = (card: OpenCard) => card.doc.getText("gaps");
const rowsOf = ({ sqlite, claimId }: Desk) =>
  sqlite.prepare("select count(*) from updates where claim_id = ?").pluck().get(claimId);

async function openBoth(desk: Desk) {
  const [ada, bo] = [openCard(desk.url, desk.claimId, desk.ada), openCard(desk.url, desk.claimId, desk.bo)];
  await Promise.all([ada.synced(), bo.synced()]);
  return { ada, bo };
}

/** Resolves when the server has everything that this browser sent: its colleague sees where the caret went last. */
async function received(from: OpenCard, colleague: OpenCard): Promise<void> {
  const field = `at ${Math.random()}`;
  from.provider.awareness.setLocalState({ field });
  const seen = () => [...colleague.provider.awareness.getStates().values()].some((state) => state.field === field);
  await until(seen, "the colleague sees the caret");
}

const refuse = (what: string) => (desk: Desk) => {
  const mine = `new.claim_id = '${desk.claimId}'`;
  desk.sqlite.exec(`create trigger refuse before ${what} when ${mine} begin select raise(abort, 'no'); end`);
};

/** A desk on which Ada has a card open that cannot be projected, and what the server would write there. */
async function unprojectable() {
  const desk = await startDesk();
  const { ada } = await openBoth(desk);
  const codes: unknown[] = [];
  ada.provider.on("connection-close", (event) => codes.push(event?.code));
  refuse("update on cards")(desk);
  const restore = () => desk.rooms.edit(desk.claimId, desk.bo.id, (doc) => doc.getText("gaps").insert(0, "restored"));
  return { desk, ada, codes, restore };
}

const SPOILT: [string, (desk: Desk) => void, RegExp][] = [
  ["a row of it is refused", refuse("insert on updates"), /administrator/],
  ["its tables are refused", refuse("update on cards"), /administrator/],
  ["the disk refuses all of it", ({ sqlite }) => void sqlite.pragma("query_only = 1"), /cannot write to its disk/],
];

describe("freezing a card", () => {
  test("[RT30] what was typed a moment ago is in it, on disk, and acknowledged", async () => {
    const desk = await startDesk({ flushMs: NEVER });
    const { ada, bo } = await openBoth(desk);
    gaps(ada).insert(0, "just now");
    await received(ada, bo);
    expect(rowsOf(desk)).toBe(1);
    const frozen = desk.rooms.freeze(desk.claimId);
    expect(frozen.card.gaps).toBe("just now");
    expect(frozen.contentHash).toBe(contentHash(frozen.card));
    expect(frozen.lastEditorId).toBe(desk.ada.id);
    expect(rowsOf(desk)).toBe(2);
    expect(cardOf(desk.db, desk.claimId)?.card).toEqual(frozen.card);
    await ada.saved();
    await until(() => gaps(bo).toString() === "just now", "Bo sees it");
  });

  test.each(SPOILT)("[RT30] nothing is frozen that cannot be stored: %s", async (_what, spoil, why) => {
    const desk = await startDesk({ flushMs: NEVER });
    const { ada, bo } = await openBoth(desk);
    gaps(ada).insert(0, "just now");
    await received(ada, bo);
    spoil(desk);
    expect(() => desk.rooms.freeze(desk.claimId)).toThrow(why);
    desk.sqlite.pragma("query_only = 0");
  });

  test("[RT31] inside a transaction that commits, colleagues hear of the edit afterwards", async () => {
    const desk = await startDesk({ flushMs: NEVER });
    const { ada, bo } = await openBoth(desk);
    gaps(ada).insert(0, "decided");
    await received(ada, bo);
    const frozen = desk.db.transaction(() => {
      const first = desk.rooms.freeze(desk.claimId);
      expect(desk.rooms.freeze(desk.claimId)).toEqual(first);
      return first;
    });
    expect(frozen.card.gaps).toBe("decided");
    await ada.saved();
    await until(() => gaps(bo).toString() === "decided", "Bo sees it");
    expect(rowsOf(desk)).toBe(2);
  });

  test("[RT31] inside a transaction that is rolled back, the edit waits for its own commit", async () => {
    const desk = await startDesk({ flushMs: NEVER });
    const { ada, bo } = await openBoth(desk);
    gaps(ada).insert(0, "undecided");
    await received(ada, bo);
    const decide = () =>
      desk.db.transaction(() => {
        expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("undecided");
        throw new Error("changed their mind");
      });
    expect(decide).toThrow("changed their mind");
    expect(rowsOf(desk)).toBe(1);
    await received(ada, bo);
    expect(ada.acknowledged).toBeLessThan(ada.made);
    expect(gaps(bo).toString()).toBe("");
    expect(desk.rooms.freeze(desk.claimId).lastEditorId).toBe(desk.ada.id);
    await ada.saved();
    expect(rowsOf(desk)).toBe(2);
    expect(cardOf(desk.db, desk.claimId)?.card.gaps).toBe("undecided");
  });

  test("[RT32] an edit that the server makes reaches open windows, under the member's name", async () => {
    const desk = await startDesk();
    const { ada } = await openBoth(desk);
    desk.rooms.edit(desk.claimId, desk.bo.id, (doc) => doc.getText("gaps").insert(0, "restored"));
    await until(() => gaps(ada).toString() === "restored", "Ada sees it");
    expect(cardOf(desk.db, desk.claimId)).toMatchObject({ lastEditorId: desk.bo.id });
    desk.rooms.edit(desk.claimId, null, (doc) => doc.getText("verdict").insert(0, "by nobody"));
    expect(desk.rooms.freeze(desk.claimId).lastEditorId).toBe(desk.bo.id);
    expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("restored");
  });

  test.each(SPOILT)(
    "[RT32] the server makes no edit on top of what cannot be stored: %s",
    async (_what, spoil, why) => {
      const desk = await startDesk({ flushMs: NEVER });
      const { ada, bo } = await openBoth(desk);
      gaps(ada).insert(0, "just now");
      await received(ada, bo);
      spoil(desk);
      const write = () => expect(rowsOf(desk)).toBe(2);
      expect(() => desk.rooms.edit(desk.claimId, desk.bo.id, write)).toThrow(why);
      desk.sqlite.pragma("query_only = 0");
    },
  );

  test("[RT32] an edit of the server inside a transaction that is rolled back did not happen", async () => {
    const desk = await startDesk();
    const { ada } = await openBoth(desk);
    const restore = () =>
      desk.db.transaction(() => {
        desk.rooms.edit(desk.claimId, desk.bo.id, (doc) => doc.getText("gaps").insert(0, "restored"));
        throw new Error("no");
      });
    expect(restore).toThrow("no");
    expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("");
    gaps(ada).insert(0, "typed");
    await ada.saved();
    expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("typed");
    expect(gaps(ada).toString()).toBe("typed");
  });

  test("[RT32] a card that cannot be projected in a transaction that is rolled back is read again, not set aside", async () => {
    const { desk, ada, codes, restore } = await unprojectable();
    expect(() => desk.db.transaction(restore)).toThrow(/administrator/);
    desk.sqlite.exec("drop trigger refuse");
    await until(() => codes.length > 0, "Ada is sent away");
    expect([codes, quarantineOf(desk.db, desk.claimId)]).toEqual([[4503], null]);
    gaps(ada).insert(0, "typed");
    await ada.saved();
    expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("typed");
  });

  test("[RT32] in one that is committed all the same it is set aside, and whoever comes back is told", async () => {
    const { desk, codes, restore } = await unprojectable();
    desk.db.transaction(() => expect(restore).toThrow(/administrator/));
    await until(() => codes.includes(4423), "Ada is told");
    expect(quarantineOf(desk.db, desk.claimId)).not.toBeNull();
  });

  test("[RT33] a claim that does not exist cannot be frozen", async () => {
    const desk = await startDesk();
    expect(() => desk.rooms.freeze("nobody-knows")).toThrow(/no such claim/);
    expect(() => desk.rooms.edit("nobody-knows", null, () => {})).toThrow(/no such claim/);
  });

  test("[RT33] the first content goes with the transaction that makes the claim", async () => {
    const desk = await startDesk();
    const fail = () =>
      desk.db.transaction((tx) => {
        const claim = claimById(tx, desk.claimId);
        if (claim)
          tx.run(
            `insert into claims select 'c2', case_id, 99, stage, null, null, null, null, created_by, 1, 1 from claims`,
          );
        desk.rooms.seed(tx, { id: "c2", caseId: desk.caseId }, (doc) => doc.getText("statement").insert(0, "x"));
        expect(desk.rooms.freeze("c2").card.statement).toBe("x");
        throw new Error("no");
      });
    expect(fail).toThrow("no");
    expect(() => desk.rooms.freeze("c2")).toThrow(/no such claim/);
  });
});

describe("the last editor", () => {
  test("[RT34] is who changed the material content last, also when two edit in the same instant", async () => {
    const desk = await startDesk({ flushMs: NEVER });
    desk.rooms.edit(desk.claimId, null, (doc) => appendParagraph(doc.getXmlFragment("rationale"), ["counted twice"]));
    const { ada, bo } = await openBoth(desk);
    gaps(ada).insert(0, "words");
    await received(ada, bo);
    bo.doc.getMap("fields").set("labels", ["a label"]);
    await received(bo, ada);
    expect(desk.rooms.freeze(desk.claimId).lastEditorId).toBe(desk.ada.id);
    bo.doc.getText("verdict").insert(0, "x");
    await received(bo, ada);
    const paragraph = ada.doc.getXmlFragment("rationale").get(0) as Y.XmlElement;
    (paragraph.get(0) as Y.XmlText).format(0, 7, { bold: {} });
    await received(ada, bo);
    expect(desk.rooms.freeze(desk.claimId)).toMatchObject({ lastEditorId: desk.bo.id });
  });

  test("[RT34] is the one who put it back, and a replay of the log says the same", async () => {
    const desk = await startDesk({ flushMs: NEVER });
    const { ada, bo } = await openBoth(desk);
    ada.doc.getMap("fields").set("claimant", "Somebody");
    await received(ada, bo);
    desk.rooms.freeze(desk.claimId);
    await until(() => bo.doc.getMap("fields").get("claimant") === "Somebody", "Bo sees it");
    bo.doc.getMap("fields").delete("claimant");
    await received(bo, ada);
    const frozen = desk.rooms.freeze(desk.claimId);
    expect(frozen.lastEditorId).toBe(desk.bo.id);
    for (const card of [ada, bo]) card.close();
    await until(
      () => desk.sqlite.prepare("select count(*) from checkpoints").pluck().get() === 1,
      "the room is closed",
    );
    desk.sqlite.exec("delete from cards");
    expect(desk.rooms.freeze(desk.claimId)).toEqual(frozen);
  });
});

describe("a change of material content", () => {
  test("[RT35] is told once, inside the transaction of the projection, with both hashes and the member", async () => {
    const changes: (MaterialChange & { inTransaction: boolean })[] = [];
    const at = { desk: null as Desk | null };
    const onMaterialChange = (_tx: unknown, change: MaterialChange) => {
      changes.push({ ...change, inTransaction: at.desk?.sqlite.inTransaction === true });
      return false;
    };
    const desk = await startDesk({ onMaterialChange });
    at.desk = desk;
    const before = desk.rooms.freeze(desk.claimId).contentHash;
    const { ada } = await openBoth(desk);
    ada.doc.getMap("fields").set("labels", ["no matter"]);
    await ada.saved();
    desk.rooms.freeze(desk.claimId);
    expect(changes).toEqual([]);
    gaps(ada).insert(0, "matter");
    await ada.saved();
    const after = desk.rooms.freeze(desk.claimId).contentHash;
    desk.rooms.freeze(desk.claimId);
    const { claimId, caseId } = desk;
    expect(changes).toEqual([
      {
        ...{ claimId, caseId, beforeHash: before, afterHash: after, inTransaction: true },
        ...{ firstId: desk.ada.id, lastId: desk.ada.id },
      },
    ]);
  });

  test("[RT35] names who was the first to change it, so that nobody is named who only typed a moment later", async () => {
    const named: [string | null, string | null][] = [];
    const onMaterialChange = (_tx: unknown, { firstId, lastId }: MaterialChange) => {
      named.push([firstId, lastId]);
      return false;
    };
    const desk = await startDesk({ onMaterialChange, flushMs: NEVER });
    const { ada, bo } = await openBoth(desk);
    gaps(ada).insert(0, "rewritten");
    await received(ada, bo);
    gaps(bo).insert(0, ".");
    await received(bo, ada);
    desk.rooms.freeze(desk.claimId);
    gaps(bo).insert(0, ".");
    await received(bo, ada);
    desk.rooms.freeze(desk.claimId);
    expect(named).toEqual([
      [desk.ada.id, desk.bo.id],
      [desk.bo.id, desk.bo.id],
    ]);
  });

  test("[RT36] a projection that fails sets only its own card aside, and its last tables stay", async () => {
    const desk = await startDesk({
      onMaterialChange: () => {
        throw new Error("poison");
      },
    });
    const { ada } = await openBoth(desk);
    gaps(ada).insert(0, "poison");
    await until(() => quarantineOf(desk.db, desk.claimId) !== null, "set aside");
    expect(cardOf(desk.db, desk.claimId)?.card.gaps).toBe("");
    expect(rowsOf(desk)).toBe(2);
    expect(desk.rooms.health().writable).toBe(true);
  });
});
