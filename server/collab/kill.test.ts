import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { openStorage } from "#db/client.ts";
import { cardOf } from "#db/queries/claims.ts";
import { readCard } from "#domain/card.ts";
import { type OpenCard, openCard, until } from "#server/collab/browser.fixture.ts";
import { temporaryFile } from "#server/collab/desk.fixture.ts";
import type { Person } from "#server/collab/room-server.fixture.ts";

const ROUNDS = 5;
const script = fileURLToPath(new URL("./kill-server.fixture.ts", import.meta.url));

type Ready = { url: string; people: Person[]; claimId: string };

async function launch(...args: string[]): Promise<{ child: ChildProcess } & Ready> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { child, ...(JSON.parse(line) as Ready) };
}

/** The card as the log in the file tells it. */
function replay(file: string): Y.Doc {
  const sqlite = new Database(file, { readonly: true });
  const doc = new Y.Doc();
  for (const bytes of sqlite.prepare("select bytes from updates order by seq").pluck().all())
    Y.applyUpdate(doc, bytes as Buffer);
  sqlite.close();
  return doc;
}

const storedIn = (doc: Y.Doc) => doc.getText("gaps").toString();

test("[RT26] killed in the middle of typing, the server has every edit that it acknowledged, and everybody converges", async () => {
  const file = temporaryFile();
  const first = await launch(file, "0", "seed");
  let { child } = first;
  const port = new URL(first.url).port;
  const writers = first.people.map((person) => ({
    person,
    card: openCard(first.url, first.claimId, person),
    words: [] as string[],
  }));
  const type = ({ card, words, person }: (typeof writers)[number]) => {
    const word = `<${person.name}${words.length}>`;
    words.push(word);
    const text = card.doc.getText("gaps");
    text.insert(text.length, word);
  };
  const typing = setInterval(() => writers.forEach((writer) => void type(writer)), 4);
  onTestFinished(() => clearInterval(typing));
  const acknowledged = () => writers.reduce((sum, { card }) => sum + card.acknowledged, 0);

  for (let round = 0; round < ROUNDS; round++) {
    const target = acknowledged() + 10 + Math.floor(Math.random() * 60);
    await until(() => acknowledged() >= target, "some edits are acknowledged");
    child.kill("SIGKILL");
    await once(child, "exit");
    const kept = storedIn(replay(file));
    for (const { card, words } of writers) {
      for (const word of words.slice(0, card.acknowledged)) expect(kept).toContain(word);
    }
    ({ child } = await launch(file, port));
  }
  clearInterval(typing);
  await Promise.all(writers.map(({ card }) => card.saved()));
  const [one, ...others] = writers.map(({ card }) => card as OpenCard);
  await until(
    () => others.every((other) => storedIn(other.doc) === storedIn(one?.doc ?? new Y.Doc())),
    "all see the same",
  );
  for (const { card, words } of writers) {
    expect(card.closed).toBeNull();
    for (const word of words) expect(storedIn(card.doc).split(word)).toHaveLength(2);
  }
  child.kill("SIGTERM");
  await once(child, "exit");
  checkProjection(file, first.claimId, one?.doc);
});

function checkProjection(file: string, claimId: string, doc: Y.Doc | undefined): void {
  const storage = openStorage(file);
  onTestFinished(storage.close);
  expect(readCard(replay(file))).toEqual(doc && readCard(doc));
  expect(cardOf(storage.db, claimId)?.card).toEqual(readCard(replay(file)));
}
