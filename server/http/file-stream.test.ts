import { EventEmitter } from "node:events";
import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { writeReadableStreamToWritable } from "@remix-run/node";
import type { Response } from "express";
import { expect, test } from "vitest";
import { fileStream } from "#server/http/file-stream.ts";

const CHUNK = "x".repeat(64 * 1024);
const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A response that never takes more than it has. */
const fullResponse = () => Object.assign(new EventEmitter(), { destroyed: false, write: () => false });

function counted(length: number) {
  const made = { count: 0, isEnded: false };
  function* pieces() {
    try {
      for (; made.count < length; made.count++) yield CHUNK;
    } finally {
      made.isEnded = true;
    }
  }
  return { made, pieces: pieces() };
}

test("[FM2] a file is made no faster than its reader takes it", async () => {
  const response = fullResponse();
  const { made, pieces } = counted(3);
  const reader = fileStream(response as unknown as Response, pieces).getReader();
  await reader.read();
  response.write();
  const next = reader.read();
  for (let turns = 0; turns < 20; turns++) await turn();
  expect(made.count).toBe(0);
  response.emit("drain");
  expect((await next).done).toBe(false);
  expect(made.count).toBe(1);
});

test("[FM2] a file whose reader has left is not made to its end", async () => {
  const response = fullResponse();
  const { made, pieces } = counted(1_000);
  const reader = fileStream(response as unknown as Response, pieces).getReader();
  await reader.read();
  response.write();
  const next = reader.read();
  response.destroyed = true;
  response.emit("close");
  expect((await next).done).toBe(true);
  expect(made).toEqual({ count: 0, isEnded: true });
});

test("[FM2] others have their turn while a file is made, also while nothing of it is ready", async () => {
  let turns = 0;
  const count = () => {
    turns++;
    waiting = setImmediate(count);
  };
  let waiting = setImmediate(count);
  function* slowly() {
    for (const end = performance.now() + 100; performance.now() < end; ) yield "";
    yield "done";
  }
  const stream = fileStream(Object.assign(new EventEmitter(), { write: () => true }) as unknown as Response, slowly());
  expect(await new globalThis.Response(stream).text()).toBe("done");
  clearImmediate(waiting);
  expect(turns).toBeGreaterThan(2);
});

test("[FM3] a fault in the middle of a file breaks the connection, so that nobody takes a part for the whole", async () => {
  function* broken() {
    for (let chunk = 0; chunk < 4; chunk++) yield CHUNK;
    throw new Error("The disk is gone.");
  }
  const server = createServer((_request, response) => {
    const body = fileStream(response as unknown as Response, broken());
    writeReadableStreamToWritable(body, response).catch(() => {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const outcome = await new Promise((resolve) => {
    get({ port, host: "127.0.0.1", agent: false }, (answer) => {
      answer.on("error", ({ message }) => resolve(message));
      answer.on("end", () => resolve("whole"));
      answer.resume();
    });
  });
  server.close();
  expect(outcome).toBe("aborted");
});
