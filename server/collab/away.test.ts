import { type AddressInfo, createServer, connect as dial, type Socket } from "node:net";
import { expect, onTestFinished, test, vi } from "vitest";
import { type OpenCard, openCard, until } from "#server/collab/browser.fixture.ts";
import { startDesk } from "#server/collab/desk.fixture.ts";

/** A proxy on the way to the server that can stop passing bytes in either direction, without closing anything. */
async function startProxy(to: string) {
  const sides: Socket[] = [];
  const proxy = createServer((near) => {
    const far = dial(Number(new URL(to).port), "127.0.0.1");
    sides.push(near, far);
    near.pipe(far).pipe(near);
    for (const side of [near, far]) side.on("error", () => [near, far].map((one) => one.destroy()));
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const side of sides) side.destroy();
    proxy.close();
  });
  const goSilent = () => {
    for (const side of sides.splice(0)) side.unpipe().pause();
  };
  return { url: `ws://127.0.0.1:${(proxy.address() as AddressInfo).port}`, goSilent };
}

const rosterOf = (desk: Awaited<ReturnType<typeof startDesk>>) => desk.live.roster(desk.caseId).map(({ name }) => name);

/** Counts the messages on a card's present connection, so that a test can wait for the server's beats. */
function listen({ provider }: OpenCard) {
  let heard = 0;
  provider.ws?.addEventListener("message", () => {
    heard += 1;
  });
  return (count: number) => {
    const enough = heard + count;
    return until(() => heard >= enough, "the server has looked after its sockets");
  };
}

test("[RT114] a window that nobody touches for five minutes stays connected", async () => {
  const desk = await startDesk({ beatMs: 5 });
  const ada = openCard(desk.url, desk.claimId, desk.ada);
  await ada.synced();
  let closed = 0;
  ada.provider.on("connection-close", () => {
    closed += 1;
  });
  const beats = listen(ada);
  for (let passed = 0; passed < 5 * 60_000; passed += 10_000) {
    desk.clock.ahead += 10_000;
    await beats(2);
  }
  expect([closed, rosterOf(desk)]).toEqual([0, ["Ada"]]);
});

test("[RT115] a connection that died without a word ends on both sides, and what was typed meanwhile arrives", async () => {
  const desk = await startDesk({ beatMs: 5 });
  const proxy = await startProxy(desk.url);
  const bo = openCard(desk.url, desk.claimId, desk.bo);
  await bo.synced();
  vi.useFakeTimers({ toFake: ["setInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  const ada = openCard(proxy.url, desk.claimId, desk.ada);
  await ada.synced();
  const seenByBo = () => bo.provider.awareness.getStates().size;
  await until(() => seenByBo() === 2, "Bo sees Ada");

  proxy.goSilent();
  ada.doc.getText("gaps").insert(0, "typed into nothing");
  // What was on its way already is heard first.
  await listen(bo)(4);
  desk.clock.ahead += 44_000;
  await listen(bo)(4);
  expect(seenByBo()).toBe(2);
  desk.clock.ahead += 2_000;
  await until(() => seenByBo() === 1, "Ada is gone");
  expect([bo.provider.wsconnected, ada.provider.wsconnected, ada.acknowledged]).toEqual([true, true, 0]);

  // The stock client gives a connection up on which it has heard nothing for thirty seconds.
  ada.provider.wsLastMessageReceived -= 31_000;
  vi.advanceTimersByTime(3_000);
  await ada.saved();
  await until(() => bo.doc.getText("gaps").toString() === "typed into nothing", "Bo sees what Ada typed meanwhile");
});

test("[RT116] two who open a card first, and a look at it in the same moment, find one document with one first content", async () => {
  const desk = await startDesk();
  const [ada, bo] = [openCard(desk.url, desk.claimId, desk.ada), openCard(desk.url, desk.claimId, desk.bo)];
  const read: string[] = [];
  await until(() => {
    read.push(desk.rooms.freeze(desk.claimId).card.statement);
    return ada.provider.synced && bo.provider.synced;
  }, "both are in sync");
  expect(desk.rooms.traffic().rooms).toBe(1);
  ada.doc.getText("statement").insert(0, "1");
  bo.doc.getText("statement").insert(7, "2");
  await Promise.all([ada.saved(), bo.saved()]);
  await until(() => ada.text() === "1A claim2" && bo.text() === ada.text(), "each sees both edits");
  expect([...new Set(read)]).toEqual(["A claim"]);
});
