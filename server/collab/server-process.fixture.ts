import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { onTestFinished } from "vitest";
import * as Y from "yjs";
import type { Person } from "#server/collab/room-server.fixture.ts";

const script = fileURLToPath(new URL("./kill-server.fixture.ts", import.meta.url));

type Ready = { url: string; people: Person[]; claimId: string };

/** Starts the room server as a process of its own; it is killed with the test. */
export async function launch(...args: string[]): Promise<{ child: ChildProcess } & Ready> {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { child, ...(JSON.parse(line) as Ready) };
}

/** The card as the log in the file tells it. */
export function replay(file: string): Y.Doc {
  const sqlite = new Database(file, { readonly: true });
  const doc = new Y.Doc();
  for (const bytes of sqlite.prepare("select bytes from updates order by seq").pluck().all())
    Y.applyUpdate(doc, bytes as Buffer);
  sqlite.close();
  return doc;
}
