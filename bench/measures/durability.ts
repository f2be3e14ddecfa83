import { join as joinPath } from "node:path";
import Database from "better-sqlite3";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { readCard } from "#domain/card.ts";
import { rootsOf } from "#domain/card-roots.ts";
import { collabPath, MESSAGE } from "#domain/protocol.ts";
import { assay, Running } from "../contestants.ts";
import type { Verdict } from "../results.ts";

const WRITERS = 4;

/** One stock client that types words of its own, and remembers which of them it was told are stored. */
type Writer = {
  person: number;
  doc: Y.Doc;
  provider: WebsocketProvider;
  words: string[];
  made: number;
  stored: number;
};

/** The server is killed in the middle of typing and started again on the same file, so many times. */
export async function durability(rounds: number): Promise<Verdict[]> {
  const server = await Running.start(assay, { rooms: 1, people: WRITERS });
  const file = joinPath(server.folder, "assay.sqlite");
  const writers = Array.from({ length: WRITERS }, (_, person) => open(server, person));
  const wrong = { lost: 0, unseen: 0, projections: 0, authors: 0, divergences: 0 };
  let stored = 0;
  try {
    await Promise.all(writers.map((writer) => until(() => writer.provider.synced)));
    for (let round = 0; round < rounds; round++) {
      const typing = setInterval(() => writers.forEach(typeWord), 4);
      const goal = told(writers) + 20 + Math.floor(Math.random() * 200);
      await until(() => told(writers) >= goal);
      clearInterval(typing);
      await server.kill("SIGKILL");
      const log = readLog(file);
      for (const { words, stored } of writers)
        wrong.lost += words.slice(0, stored).filter((word) => !log.words.has(word)).length;
      wrong.unseen += seenByOthers(writers).filter((word) => !log.words.has(word)).length;
      wrong.authors += log.foreign;
      await server.restart();
      await Promise.all(writers.map((writer) => until(() => writer.provider.synced && writer.stored === writer.made)));
      await until(() => new Set(writers.map(textOf)).size === 1).catch(() => wrong.divergences++);
      wrong.projections += Number(!(await isProjected(file)));
      stored = told(writers);
    }
  } finally {
    for (const { provider, doc } of writers) {
      provider.destroy();
      doc.destroy();
    }
    await server.end();
  }
  const none = (promise: string, count: number): Verdict => ({ promise, figure: `${count}`, held: count === 0 });
  return [
    {
      promise: `Killed ${rounds} times while ${WRITERS} people type`,
      figure: `${stored.toLocaleString("en")} edits acknowledged`,
      held: stored > 0,
    },
    none("… acknowledged edits that were lost", wrong.lost),
    none("… edits that a colleague had seen and that were lost", wrong.unseen),
    none("… rounds in which the tables did not equal a replay of the log", wrong.projections),
    none("… rows of the log under another member's name", wrong.authors),
    none("… rounds in which somebody ended with another text", wrong.divergences),
  ];
}

const textOf = ({ doc }: Writer) => doc.getText("gaps").toString();
const told = (writers: readonly Writer[]) => writers.reduce((sum, { stored }) => sum + stored, 0);

function open(server: Running, person: number): Writer {
  const doc = new Y.Doc();
  rootsOf(doc);
  const url = new URL(server.url(0));
  const [path = "", claimId = ""] = [collabPath(""), url.pathname.slice(collabPath("").length)];
  const provider = new WebsocketProvider(`${url.origin}${path.replace(/\/$/, "")}`, claimId, doc, {
    WebSocketPolyfill: socketFor(server, person),
    disableBc: true,
    maxBackoffTime: 100,
  });
  const writer: Writer = { person, doc, provider, words: [], made: 0, stored: 0 };
  const ask = () => {
    if (provider.ws?.readyState !== WebSocket.OPEN) return;
    provider.ws.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.acknowledge);
        encoding.writeVarUint(encoder, writer.made);
      }),
    );
  };
  provider.messageHandlers[MESSAGE.acknowledge] = (_encoder, decoder) => {
    writer.stored = decoding.readVarUint(decoder);
  };
  provider.messageHandlers[MESSAGE.heartbeat] = () => {};
  doc.on("update", (_update, origin) => {
    if (origin === provider) return;
    writer.made++;
    if (provider.synced) ask();
  });
  provider.on("sync", (synced) => synced && ask());
  return writer;
}

/** A browser's socket, signed in anew after each start, because the bench makes new sessions then. */
const socketFor = (server: Running, person: number) =>
  class extends WebSocket {
    constructor(url: string) {
      super(url, { headers: server.headers(person) });
    }
  } as unknown as typeof globalThis.WebSocket;

/** Words end with a space and are never taken back, so that each is one edit and can be found again. */
function typeWord(writer: Writer): void {
  const word = `p${writer.person}w${writer.words.length}`;
  writer.words.push(word);
  const text = writer.doc.getText("gaps");
  text.insert(text.length, `${word} `);
}

/** What reached somebody who had not typed it. */
function seenByOthers(writers: readonly Writer[]): string[] {
  return writers.flatMap((reader) =>
    textOf(reader)
      .split(" ")
      .filter((word) => word !== "" && !word.startsWith(`p${reader.person}w`)),
  );
}

/** The words in the log, and how many of its rows hold words of somebody else than the member they are under. */
function readLog(file: string): { words: Set<string>; foreign: number } {
  const sqlite = new Database(file, { readonly: true });
  const rows = sqlite.prepare("select member_id as member, bytes from updates order by seq").all() as Row[];
  sqlite.close();
  const doc = new Y.Doc();
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  const authors = new Map<string, Set<string>>();
  for (const { member, bytes } of rows) {
    for (const [, person] of Buffer.from(bytes)
      .toString("latin1")
      .matchAll(/p(\d)w\d+ /g))
      authors.set(person ?? "", (authors.get(person ?? "") ?? new Set()).add(member ?? ""));
  }
  const foreign = [...authors.values()].filter((members) => members.size !== 1).length;
  return { words: new Set(doc.getText("gaps").toString().split(" ")), foreign };
}

type Row = { member: string | null; bytes: Buffer };

/** Whether the tables show what a replay of the log gives; they may be a moment behind. */
async function isProjected(file: string): Promise<boolean> {
  const sqlite = new Database(file, { readonly: true });
  const isSame = () => {
    const doc = new Y.Doc();
    for (const bytes of sqlite.prepare("select bytes from updates order by seq").pluck().all())
      Y.applyUpdate(doc, bytes as Buffer);
    return sqlite.prepare("select card from cards").pluck().get() === JSON.stringify(readCard(doc));
  };
  try {
    await until(isSame, 20);
    return true;
  } catch {
    return false;
  } finally {
    sqlite.close();
  }
}

async function until(holds: () => boolean, pauseMs = 2): Promise<void> {
  const end = Date.now() + 30_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error("Waited half a minute in vain.");
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
