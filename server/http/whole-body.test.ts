import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import express from "express";
import { afterEach, expect, test } from "vitest";
import { lastResort } from "#server/http/last-resort.ts";
import { wholeBody } from "#server/http/whole-body.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that asks who somebody is when the request is carried out, and says what it was sent. */
async function serve(role: { now: string | null }) {
  const app = express();
  app.use(wholeBody(() => role.now !== null));
  app.post("/", async (request, response) => {
    const asked = role.now;
    response.send(`${asked}:${await text(request)}`);
  });
  app.get("/throws", () => {
    throw new Error("secret of /srv/desk");
  });
  app.get("/refused", () => {
    throw Object.assign(new Error("/srv/desk"), { status: 404 });
  });
  app.get("/one/:part", (_request, response) => response.end());
  app.use(lastResort());
  const server = app.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const arrived = once(server, "request");
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port, arrived };
}

function post(port: number, length: number): Socket {
  const socket = connect(port, "127.0.0.1");
  closing.push(() => socket.destroy());
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`);
  return socket;
}

test("a form that is held open while a role ends is judged by what its sender is when it arrives", async () => {
  const role: { now: string | null } = { now: "editor" };
  const { port, arrived } = await serve(role);
  const socket = post(port, 10);
  socket.write("first");
  await arrived;
  role.now = "viewer";
  socket.write("later");
  expect(await text(socket)).toMatch(/viewer:firstlater$/);
});

test("a long body arrives whole and in order, and an empty one goes straight on", async () => {
  const { port } = await serve({ now: "editor" });
  const long = Array.from({ length: 200_000 }, (_, at) => at % 10).join("");
  const socket = post(port, long.length);
  socket.write(long);
  expect((await text(socket)).endsWith(`editor:${long}`)).toBe(true);
  expect(await text(post(port, 0))).toMatch(/editor:$/);
});

test("nobody who is signed out is waited for", async () => {
  const { port } = await serve({ now: null });
  const socket = post(port, 5);
  socket.write("words");
  expect(await text(socket)).toMatch(/null:words$/);
});

test("a fault outside of the pages says nothing about the machine", async () => {
  const { port } = await serve({ now: null });
  const base = `http://127.0.0.1:${port}`;
  for (const [path, status] of [
    ["/throws", 500],
    ["/refused", 404],
    ["/one/%E0%A4%A", 400],
  ] as const) {
    const answer = await fetch(`${base}${path}`);
    const said = await answer.text();
    expect(answer.status).toBe(status);
    expect(said).toMatch(/^[A-Z][^<>/]*\.$/);
  }
});
