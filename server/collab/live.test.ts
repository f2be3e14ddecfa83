import { describe, expect, test } from "vitest";
import { setCaseMembers, updateCase } from "#db/queries/cases.ts";
import { insertDocument } from "#db/queries/documents.ts";
import { isLater } from "#domain/case-mark.ts";
import { CLOSE } from "#domain/protocol.ts";
import { openCard, openLive, until } from "#server/collab/browser.fixture.ts";
import { startDesk } from "#server/collab/desk.fixture.ts";
import { createLive } from "#server/collab/live.ts";
import { addCase, addClaim } from "#server/collab/room-server.fixture.ts";

describe("the live channel of a case", () => {
  test("[RT70] greets with its number and the roster, then numbers every event without a gap", async () => {
    const desk = await startDesk();
    const ada = await openLive(desk.url, desk.caseId, desk.ada);
    expect(ada.messages()[0]).toMatchObject({ type: "hello", roster: [{ memberId: desk.ada.id, name: "Ada" }] });
    const bo = await openLive(desk.url, desk.caseId, desk.bo);
    for (let event = 0; event < 5; event++) desk.live.publish(desk.caseId, { type: "case" });
    desk.live.publish(desk.caseId, { type: "document" });
    await until(() => bo.messages().some(({ type }) => type === "document"), "the last event");
    for (const { messages } of [ada, bo]) {
      const numbers = messages().map(({ seq }) => seq);
      expect(numbers).toEqual(numbers.map((_, at) => (numbers[0] ?? 0) + at));
    }
  });

  test("[RT75] greets with a mark that is another one after every change, also of a case that nobody has open", async () => {
    const desk = await startDesk();
    const greeting = async () => (await openLive(desk.url, desk.caseId, desk.bo)).messages()[0]?.mark;
    const mark = desk.live.mark(desk.caseId);
    expect(await greeting()).toBe(mark);
    desk.live.tellStorage("SQLITE_FULL");
    expect(await greeting()).toBe(mark);
    desk.live.publish(desk.caseId, { type: "claim", claimId: desk.claimId });
    expect(desk.live.mark(desk.caseId)).not.toBe(mark);
    expect(await greeting()).toBe(desk.live.mark(desk.caseId));
    const other = addCase(desk, desk.ada);
    const before = desk.live.mark(other);
    desk.live.publish(other, { type: "case" });
    expect(desk.live.mark(other)).not.toBe(before);
  });

  test("[RT76] whoever reads a case at a moment misses nothing until its mark is a later one", async () => {
    const desk = await startDesk();
    const isNews = (moment: string) => isLater(desk.live.mark(desk.caseId), moment);
    const untouched = desk.live.moment();
    desk.live.publish(desk.caseId, { type: "claim", claimId: desk.claimId });
    const between = desk.live.moment();
    expect([isNews(untouched), isNews(between)]).toEqual([true, false]);
    desk.live.publish(addCase(desk, desk.ada), { type: "case" });
    desk.live.tellStorage("SQLITE_FULL");
    expect(isNews(between)).toBe(false);
    desk.live.publish(desk.caseId, { type: "discussion", claimId: desk.claimId });
    expect(isNews(between)).toBe(true);
    const last = desk.live.moment();
    desk.live.renew();
    expect(isNews(last)).toBe(true);
    expect(isLater(createLive({ now: Date.now }).mark(desk.caseId), desk.live.moment())).toBe(true);
  });

  test("[RT71] tells of a changed card once its tables show the change", async () => {
    const desk = await startDesk();
    const bo = await openLive(desk.url, desk.caseId, desk.bo);
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    await ada.synced();
    ada.doc.getText("gaps").insert(0, "x");
    const told = () => bo.messages().find(({ type }) => type === "edit");
    await until(() => told() !== undefined, "the event");
    expect(told()).toMatchObject({ claimId: desk.claimId });
    expect(desk.rooms.freeze(desk.claimId).card.gaps).toBe("x");
  });

  test("[RT77] tells of words by `edit`, and by `claim` when a decision stands otherwise with them", async () => {
    const decided = new Set<string>();
    const desk = await startDesk({ onMaterialChange: (_, { claimId }) => decided.has(claimId) });
    const bo = await openLive(desk.url, desk.caseId, desk.bo);
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    await ada.synced();
    const told = () => bo.messages().flatMap(({ type }) => (["claim", "edit"].includes(String(type)) ? [type] : []));
    const type = async (letter: string, times: number) => {
      ada.doc.getText("gaps").insert(0, letter);
      await until(() => told().length === times, "the event");
    };
    await type("x", 1);
    decided.add(desk.claimId);
    await type("y", 2);
    decided.clear();
    await type("z", 3);
    expect(told()).toEqual(["edit", "claim", "edit"]);
  });

  test("[RT77] what changes on the whole desk is told to every case that is open", async () => {
    const desk = await startDesk();
    const open = [desk.caseId, addCase(desk, desk.ada)].map((caseId) => openLive(desk.url, caseId, desk.bo));
    const heard = await Promise.all(open);
    desk.live.renew();
    for (const { messages } of heard) await until(() => messages().some(({ type }) => type === "case"), "the event");
  });

  test("[RT71] other cases hear nothing", async () => {
    const desk = await startDesk();
    const other = await openLive(desk.url, addCase(desk, desk.ada), desk.bo);
    const here = await openLive(desk.url, desk.caseId, desk.bo);
    desk.live.publish(desk.caseId, { type: "case" });
    await until(() => here.messages().some(({ type }) => type === "case"), "the event");
    expect(other.messages().map(({ type }) => type)).not.toContain("case");
  });

  test("[RT72] shows each member once, on the card and in the field where they are", async () => {
    const desk = await startDesk();
    const bo = await openLive(desk.url, desk.caseId, desk.bo);
    const live = await openLive(desk.url, desk.caseId, desk.ada);
    const roster = () => bo.messages().findLast(({ roster }) => roster)?.roster as { memberId: string }[];
    const adaIn = () => roster().find(({ memberId }) => memberId === desk.ada.id);
    live.say({ type: "here", claimId: null, field: null, screen: "board" });
    await until(() => JSON.stringify(adaIn() ?? {}).includes("board"), "Ada is on the board");
    const card = openCard(desk.url, desk.claimId, desk.ada);
    await card.synced();
    card.provider.awareness.setLocalState({ field: "gaps" });
    await until(() => JSON.stringify(adaIn() ?? {}).includes('"gaps"'), "Ada is in a field");
    expect(adaIn()).toMatchObject({
      claimId: desk.claimId,
      claimReference: expect.stringMatching(/^C-\d+-\d+$/),
      name: "Ada",
      colour: 3,
      idle: false,
    });
    expect(roster()).toHaveLength(2);
    card.close();
    await until(() => JSON.stringify(adaIn() ?? {}).includes("board"), "Ada is back on the board");
    live.socket.close();
    await until(() => roster().length === 1, "Ada is gone");
  });

  test("[TO1] says whom somebody follows, in whichever of their windows, until they stop", async () => {
    const desk = await startDesk();
    const bo = await openLive(desk.url, desk.caseId, desk.bo);
    const following = () => {
      const roster = bo.messages().findLast(({ roster }) => roster)?.roster as {
        memberId: string;
        following: unknown;
      }[];
      return roster.find(({ memberId }) => memberId === desk.ada.id)?.following;
    };
    const ada = await openLive(desk.url, desk.caseId, desk.ada);
    const here = { type: "here", claimId: null, field: null, screen: "board" };
    ada.say({ ...here, following: desk.bo.id });
    await until(() => following() === desk.bo.id, "Ada follows Bo");
    const card = openCard(desk.url, desk.claimId, desk.ada);
    await card.synced();
    await until(() => JSON.stringify(bo.messages().at(-1)).includes(desk.claimId), "Ada is on a card");
    expect(following()).toBe(desk.bo.id);
    ada.say(here);
    await until(() => following() === null, "Ada stopped");
  });

  test("[TO4] of whoever goes on to a case that is restricted to others, those who follow hear only that they are gone", async () => {
    const desk = await startDesk();
    const sealed = addCase(desk, desk.bo);
    updateCase(desk.db, sealed, 1, { title: "The sealed harbour", restricted: true });
    setCaseMembers(desk.db, sealed, [desk.bo.id]);
    const [claimId, documentId] = [addClaim(desk, sealed, desk.bo), "d0c00000-sealed"];
    insertDocument(desk.db, { id: documentId, caseId: sealed, createdBy: desk.bo.id, createdAt: 1 });
    const ada = await openLive(desk.url, desk.caseId, desk.ada);
    const bo = await openLive(desk.url, desk.caseId, desk.bo);
    const bosPlace = () => {
      const roster = ada.messages().findLast((one) => one.roster)?.roster as { memberId: string; screen: string }[];
      return roster.find(({ memberId }) => memberId === desk.bo.id)?.screen;
    };
    // What a window may still say here, with the next case on its screen.
    bo.say({ type: "here", claimId, field: null, screen: `documents/${documentId}` });
    await until(() => bosPlace() === "documents", "Bo is somewhere");
    const there = await openLive(desk.url, sealed, desk.bo);
    bo.socket.close();
    await until(() => bosPlace() === undefined, "Bo is gone");
    there.say({ type: "here", claimId, field: null, screen: `documents/${documentId}` });
    await until(() => desk.live.roster(sealed)[0]?.claimId === claimId, "Bo works there");
    const heard = JSON.stringify(ada.messages());
    for (const word of ["harbour", sealed, claimId, documentId, "C-"]) expect(heard).not.toContain(word);
  });

  test("[RT72] nobody can say that they are on a card of another case", async () => {
    const desk = await startDesk();
    const foreign = addClaim(desk, addCase(desk, desk.ada), desk.ada);
    const ada = await openLive(desk.url, desk.caseId, desk.ada);
    ada.say({ type: "here", claimId: foreign, field: null, screen: "card" });
    await until(() => JSON.stringify(desk.live.roster(desk.caseId)).includes('"card"'), "the message arrived");
    expect(desk.live.roster(desk.caseId)[0]).toMatchObject({ claimId: null, claimReference: null });
  });

  test("[RT72] somebody who does nothing for five minutes is shown as away", async () => {
    const desk = await startDesk({ beatMs: 20 });
    const bo = await openLive(desk.url, desk.caseId, desk.bo);
    const away = () => JSON.stringify(bo.messages().at(-1)).includes('"idle":true');
    for (let minute = 0; minute <= 5; minute += 0.5) {
      desk.clock.ahead = minute * 60_000 + 1;
      await new Promise((resolve) => bo.socket.once("ping", resolve));
    }
    await until(away, "away");
    bo.say({ type: "here", claimId: null, field: null, screen: "board" });
    await until(() => !away(), "back");
  });

  test("[RT74] every open case hears that the disk refuses, a later one in its greeting, and then that it takes words again", async () => {
    const desk = await startDesk();
    const cases = [desk.caseId, addCase(desk, desk.ada)];
    const open = await Promise.all(cases.map((caseId) => openLive(desk.url, caseId, desk.bo)));
    const told = () => open.map(({ messages }) => messages().filter(({ type }) => type === "storage"));
    expect(open.map(({ messages }) => messages()[0]?.readOnly)).toEqual([null, null]);
    const ada = openCard(desk.url, desk.claimId, desk.ada);
    await ada.synced();
    desk.sqlite.pragma("query_only = ON");
    ada.doc.getText("gaps").insert(0, "x");
    await until(() => told().every((list) => list.at(-1)?.readOnly === "SQLITE_READONLY"), "both cases hear it");
    const late = await openLive(desk.url, desk.caseId, desk.ada);
    expect(late.messages()[0]).toMatchObject({ type: "hello", readOnly: "SQLITE_READONLY" });
    desk.sqlite.pragma("query_only = OFF");
    await until(() => told().every((list) => list.at(-1)?.readOnly === null), "both cases hear that it is over");
    expect(told().map((list) => list.length)).toEqual([2, 2]);
  });

  test.each([
    ["something else than JSON", "hello"],
    ["an unknown type", JSON.stringify({ type: "publish" })],
    [
      "a field that nobody asked for",
      JSON.stringify({ type: "here", claimId: null, field: null, screen: "", name: "Bo" }),
    ],
    ["too much text", JSON.stringify({ type: "here", claimId: null, field: null, screen: "x".repeat(3_000) })],
    ["bytes", Buffer.from(JSON.stringify({ type: "here", claimId: null, field: null, screen: "" }))],
  ])("[RT73] %s is a bad message", async (_what, message) => {
    const desk = await startDesk();
    const ada = await openLive(desk.url, desk.caseId, desk.ada);
    ada.socket.send(message);
    expect((await ada.closed).code).toBe(4400);
  });

  test("[RT16] closing by predicate reaches live channels too", async () => {
    const desk = await startDesk();
    const ada = await openLive(desk.url, desk.caseId, desk.ada);
    desk.rooms.closeWhere(
      ({ claimId, caseId }) => claimId === null && caseId === desk.caseId,
      CLOSE.noSuchClaim,
      "Closed",
    );
    expect((await ada.closed).code).toBe(4404);
  });

  test("[RT16] what was on its way when the channel was closed brings nobody back into the roster", async () => {
    const desk = await startDesk();
    const ada = await openLive(desk.url, desk.caseId, desk.ada);
    ada.say({ type: "here", claimId: null, field: null, screen: "board" });
    desk.rooms.closeWhere(() => true, CLOSE.signedOut, "Signed out");
    expect((await ada.closed).code).toBe(4401);
    expect(desk.live.roster(desk.caseId)).toEqual([]);
  });
});
