import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { takeAnswersWhole } from "#app/live/whole-answers.ts";

/** Asks a server that answers like this, through the browser's wrapped `fetch`. */
async function ask(answer: RequestListener): Promise<Response> {
  const server = createServer(answer).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const browser = { fetch: globalThis.fetch };
  takeAnswersWhole(browser);
  try {
    return await browser.fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/cases/1.data`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const PAGE_DATA = { "Content-Type": "text/x-script; charset=utf-8" };

test("an answer that the server does not finish is a failed load, and leaves no rejection behind", async () => {
  const cutAfterTheFirstLine: RequestListener = (_request, response) => {
    response.writeHead(200, PAGE_DATA);
    response.write('[{"_1":2},"title","Harbour"]\n', () => response.destroy());
  };
  await expect(ask(cutAfterTheFirstLine)).rejects.toThrow();
});

test("a whole answer arrives with its status, its headers and its words", async () => {
  const answer = await ask((_request, response) => {
    response.writeHead(409, { ...PAGE_DATA, "X-Remix-Response": "yes" });
    response.end('[{"_1":2},"title","Harbour"]\n');
  });
  expect([answer.status, answer.headers.get("x-remix-response")]).toEqual([409, "yes"]);
  expect(await answer.text()).toBe('[{"_1":2},"title","Harbour"]\n');
});

test("other answers are passed on as they come", async () => {
  const answer = await ask((_request, response) => {
    response.writeHead(200, { "Content-Type": "text/plain" });
    response.write("the first part", () => setImmediate(() => response.end(", the rest")));
  });
  expect(await answer.text()).toBe("the first part, the rest");
});

test("an answer without a body stays one", async () => {
  const answer = await ask((_request, response) => void response.writeHead(204, PAGE_DATA).end());
  expect([answer.status, answer.body]).toEqual([204, null]);
});

test("what a gateway answers while the server is away is a failed load, not an answer", async () => {
  const gateway: RequestListener = (_request, response) => void response.writeHead(502).end("<h1>Bad Gateway</h1>");
  await expect(ask(gateway)).rejects.toThrow(TypeError);
});
