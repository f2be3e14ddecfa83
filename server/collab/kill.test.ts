import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { openStorage } from "#db/client.ts";
import { cardOf } from "#db/queries/claims.ts";
import { readCard } from "#domain/card.ts";
import { type OpenCard, openCard, until } from "#server/collab/browser.fixture.ts";
import { temporaryFile } from "#server/collab/desk.fixture.ts";
import { launch, replay } from "#server/collab/server-process.fixture.ts";

const ROUNDS = 5;
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
