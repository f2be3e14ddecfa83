import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import type { WebSocket } from "ws";
import { cardUrl, heard, openCard, openRaw, until } from "#server/collab/browser.fixture.ts";
import { startDesk, temporaryFile } from "#server/collab/desk.fixture.ts";
import { launch, replay } from "#server/collab/server-process.fixture.ts";

const exitOf = async (child: ChildProcess) => (await once(child, "exit"))[0] as number | null;

test("[RT112] stopped while several type, the server loses nothing that was saved, says that it restarts, and ends by itself", async () => {
  const file = temporaryFile();
  const { child, url, people, claimId } = await launch(file, "0", "seed");
  const writers = people.map((person) => {
    const card = openCard(url, claimId, person);
    const codes: unknown[] = [];
    card.provider.on("connection-close", (event) => codes.push(event?.code));
    return { card, codes, words: [] as string[], name: person.name };
  });
  await Promise.all(writers.map(({ card }) => card.synced()));
  const type = ({ card, words, name }: (typeof writers)[number]) => {
    words.push(`<${name}${words.length}>`);
    card.doc.getText("gaps").insert(0, words.at(-1) ?? "");
  };
  const typing = setInterval(() => writers.forEach((writer) => void type(writer)), 2);
  onTestFinished(() => clearInterval(typing));
  await until(() => writers.every(({ card }) => card.acknowledged > 20), "some edits are saved");
  child.kill("SIGTERM");
  const start = performance.now();
  expect(await exitOf(child)).toBe(0);
  expect(performance.now() - start).toBeLessThan(10_000);
  const kept = replay(file).getText("gaps").toString();
  await until(() => writers.every(({ codes }) => codes.length > 0), "everybody is told");
  for (const { card, codes, words } of writers) {
    expect(codes[0]).toBe(1012);
    for (const word of words.slice(0, card.acknowledged)) expect(kept).toContain(word);
  }
});

test("[RT112] a window that does not answer does not keep a second signal from ending at once", async () => {
  const { child, url, people, claimId } = await launch(temporaryFile(), "0", "seed");
  const [silent, other] = await Promise.all(people.slice(0, 2).map((person) => openRaw(cardUrl(url, claimId), person)));
  await until(() => [silent, other].every((one) => one && one.frames.length > 0), "both are open");
  silent?.socket.pause();
  child.kill("SIGTERM");
  expect((await other?.closed)?.code).toBe(1012);
  child.kill("SIGTERM");
  expect(await exitOf(child)).toBe(1);
});

test("[RT112] what was received and not yet written is on disk and acknowledged before the sockets close", async () => {
  const file = temporaryFile();
  const desk = await startDesk({ file, flushMs: 3_600_000 });
  const ada = openCard(desk.url, desk.claimId, desk.ada);
  await ada.synced();
  ada.doc.getText("gaps").insert(0, "at the last moment");
  await heard(ada.provider.ws as unknown as WebSocket);
  expect(desk.rooms.traffic().queued).toBe(1);
  expect(ada.acknowledged).toBe(0);
  let code: number | undefined;
  ada.provider.on("connection-close", (event) => {
    code ??= event?.code;
  });
  await desk.rooms.shutdown();
  await until(() => code !== undefined, "Ada is told");
  expect([code, ada.acknowledged]).toEqual([1012, 1]);
  expect(replay(file).getText("gaps").toString()).toBe("at the last moment");
});

test("[RT112] whoever comes in while it still waits for somebody's window is told the same", async () => {
  const desk = await startDesk();
  const silent = await openRaw(cardUrl(desk.url, desk.claimId), desk.ada);
  silent.socket.pause();
  const stopped = desk.rooms.shutdown();
  const late = await openRaw(cardUrl(desk.url, desk.claimId), desk.bo);
  expect((await late.closed).code).toBe(1012);
  expect(desk.rooms.traffic().cardSockets).toBe(0);
  silent.socket.resume();
  await stopped;
});
