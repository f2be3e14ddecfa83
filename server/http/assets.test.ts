import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import express from "express";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { assets, clientFolder } from "#server/http/assets.ts";
import { lastResort } from "#server/http/last-resort.ts";

const folder = join(clientFolder, "assets");
let server: Server;

/** With the files that are there at this moment. */
async function listen(): Promise<void> {
  const pages: express.RequestHandler = (_request, response) => void response.send("a page");
  server = createServer(express().use(assets(), pages, lastResort())).listen(0, "127.0.0.1");
  await once(server, "listening");
}

async function ask(name: string, taken?: string, method = "GET") {
  const { port } = server.address() as AddressInfo;
  const headers = taken ? { "accept-encoding": taken } : {};
  const asked = request({ host: "127.0.0.1", port, method, path: `/assets/${name}`, headers, agent: false }).end();
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, bytes: await buffer(answer) };
}

beforeEach(listen);
afterEach(() => void server.close());

describe.each([
  [".js", /^text\/javascript; charset=utf-8$/i],
  [".css", /^text\/css; charset=utf-8$/i],
])("a %s of the pages", (kind, type) => {
  const [name = ""] = readdirSync(folder).filter((one) => one.endsWith(kind));
  const built = (ending: string) => readFileSync(join(folder, name + ending));

  test.each([
    ["gzip, deflate, br, zstd", "br", ".br", brotliDecompressSync],
    ["gzip, deflate", "gzip", ".gz", gunzipSync],
    ["br;q=0, gzip", "gzip", ".gz", gunzipSync],
    ["identity", undefined, "", (bytes: Buffer) => bytes],
    [undefined, undefined, "", (bytes: Buffer) => bytes],
  ])("[HT18] to whoever takes %o they travel in %o, as the build has them", async (taken, travels, ending, opened) => {
    const { status, headers, bytes } = await ask(name, taken);
    expect([status, headers["content-encoding"]]).toEqual([200, travels]);
    expect(headers).toMatchObject({
      "content-type": expect.stringMatching(type),
      "cache-control": "public, max-age=31536000, immutable",
      vary: expect.stringContaining("Accept-Encoding"),
    });
    expect(bytes.equals(built(ending))).toBe(true);
    expect(opened(bytes).equals(built(""))).toBe(true);
  });

  test("[HT18] that is gone while the server runs is missing like any other", async () => {
    const gone = `gone-${randomUUID()}${kind}`;
    for (const ending of ["", ".br"]) writeFileSync(join(folder, gone + ending), "");
    server.close();
    await listen();
    for (const ending of ["", ".br"]) rmSync(join(folder, gone + ending));
    const { status, headers, bytes } = await ask(gone, "br");
    expect([status, headers["content-encoding"]]).toEqual([404, undefined]);
    expect(bytes.toString()).toBe("There is nothing at this address.");
  });

  test("[HT18] is only given to whoever asks for it: what is posted there goes to the pages", async () => {
    const { status, bytes } = await ask(name, "br", "POST");
    expect([status, bytes.toString()]).toEqual([200, "a page"]);
  });
});
