import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Locator, Page } from "@playwright/test";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { MESSAGE } from "#domain/protocol.ts";
import { MARKUP } from "#server/export/hostile-texts.fixture.ts";
import { openTogether, rationale, writeRationale } from "./support/card.ts";
import { claimFromWords, expectRationale, expectSaved } from "./support/newsroom.ts";
import { expect, newPage, test } from "./support/people.ts";
import { send } from "./support/send.ts";

test("a rationale whose editor fails stays readable, and the rest of the card goes on [ED7]", async ({
  ana,
  chen,
  everyError,
}) => {
  const card = await openTogether(ana);
  await writeRationale(ana, "The bulletin lists 300.");
  await expectSaved(ana);
  await chen.route(/rationale-editor-.*\.js/, (route) =>
    route.fulfill({
      contentType: "text/javascript",
      body: 'export function RationaleEditor() { throw new Error("It cannot be built."); }',
    }),
  );
  await chen.goto(card);
  await expect(chen.getByText("The editor of the rationale failed.")).toBeVisible();
  await expect(chen.getByText("The bulletin lists 300.")).toBeVisible();
  await chen.getByLabel("What is not known").fill("The cold stores are closed.");
  await expectSaved(chen);
  await writeRationale(ana, " The union says otherwise.");
  await expect(chen.getByText("The bulletin lists 300. The union says otherwise.")).toBeVisible();
  const said = everyError.splice(0);
  expect(said.length).toBeGreaterThan(0);
  for (const one of said) expect(one).toMatch(/It cannot be built|The above error occurred/);
});

test("a caret that names nothing is not drawn, and breaks nobody's card [ED7]", async ({ ana, chen }) => {
  const strange = { type: { client: 1, clock: 7 }, tname: null, item: { client: 9, clock: 99 }, assoc: 0 };
  await saysOfAna(chen, [
    { field: "statement", cursor: { anchor: strange, head: { tname: "__proto__" } } },
    { field: "rationale", cursor: { anchor: strange, head: strange } },
    { field: "__proto__", cursor: { anchor: "up", head: 7 } },
  ]);
  await openTogether(ana, chen);
  const here = chen.getByRole("list", { name: "Also on this card" });
  for (const label of ["Statement", "Claimant", "What is not known"]) {
    await ana.getByLabel(label, { exact: true }).focus();
    await expect(here.getByRole("listitem")).toHaveText([/^Ana Noori/]);
  }
  await chen.getByLabel("What is not known").fill("The cold stores are closed.");
  await writeRationale(chen, "Chen goes on.");
  await expectRationale(ana, "Chen goes on.");
});

test("a character that turns the words around is seen by who reads, named to who edits, and taken out [ED9]", async ({
  ana,
  vera,
}) => {
  const card = await openTogether(ana);
  const statement = ana.getByLabel("Statement");
  await statement.fill("Between \u202e021\u202c and 300 containers were left, می‌گوید 👩‍🚒.");
  await expectSaved(ana);
  await vera.goto(card);
  const read = vera.locator(".card-statement");
  await expect(read).toContainText("Between U+202E021U+202C and 300");
  await expect(read.getByTitle("Hidden character: right-to-left override, U+202E")).toBeVisible();
  await expect(ana.locator(".card-head")).toContainText("Hidden characters in the statement");
  await ana.getByRole("button", { name: "Take them out" }).click();
  await expect(read).toContainText("Between 021 and 300 containers were left, می‌گوید 👩‍🚒.");
  await expect(ana.locator(".card-head")).not.toContainText("Hidden characters");
});

test("what is pasted from a hostile page is words and links only, also where no policy of the page would stop it [RT54]", async ({
  browser,
  vera,
  desk,
  everyError,
}) => {
  const context = await browser.newContext({ bypassCSP: true });
  const ana = await newPage(context, "Ana Noori", everyError);
  await send(ana, desk.linkOf("Ana Noori"), {});
  const strange: string[] = [];
  for (const page of [ana, vera]) {
    page.on("request", (request) => !request.url().startsWith(desk.url) && strange.push(request.url()));
    page.on("dialog", (dialog) => strange.push(dialog.message()));
  }
  await ana.goto(`${desk.url}/cases`);
  const card = await openTogether(ana);
  await rationale(ana).click();
  await paste(rationale(ana), `<p>Begins.</p>${MARKUP.join("")}<p>Ends.</p>`);
  await expectSaved(ana);
  await vera.goto(card);
  await expect(vera.getByText("Begins.")).toBeVisible();
  for (const page of [ana, vera]) {
    const words = page.locator(".rationale");
    await expect(words.locator("script, iframe, img, object, embed, style, link, [onerror], [onload]")).toHaveCount(0);
    for (const link of await words.locator("a").all())
      expect(await link.getAttribute("href")).toMatch(/^(https?|mailto):/);
  }
  expect(strange).toEqual([]);
  await context.close();
});

test("a page on another port of the same machine, to which the browser sends the cookie, is told nothing of a card or a case [RT10]", async ({
  ana,
}) => {
  const sockets = new Set<string>();
  ana.on("websocket", (socket) => sockets.add(socket.url()));
  await ana.goto(await claimFromWords(ana, "up to 2,400"));
  await expectSaved(ana);
  const knock = () => Promise.all([...sockets].map((url) => ana.evaluate(knockAt, url)));
  expect(await knock()).toEqual(["told", "told"]);
  // A page of its own server, since Chromium lets no page that a test makes up reach this machine.
  const elsewhere = createServer((_request, response) => response.end("Elsewhere")).listen(0);
  await once(elsewhere, "listening");
  await ana.goto(`http://localhost:${(elsewhere.address() as AddressInfo).port}`);
  expect(await knock()).toEqual([4403, 4403]);
  elsewhere.close();
  elsewhere.closeAllConnections();
});

/** Opens a websocket from a page: is it told anything, or closed with a code before? */
function knockAt(url: string): Promise<"told" | number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url);
    socket.onmessage = () => resolve("told");
    socket.onclose = ({ code }) => resolve(code);
  });
}

/** Pastes a piece of a page, as a browser hands it over. */
async function paste(place: Locator, html: string): Promise<void> {
  await place.evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", text);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, html);
}

/** Stands between a page and the server, and puts one whereabouts after the other into what it hears about colleagues. */
async function saysOfAna(page: Page, whereabouts: readonly object[]): Promise<void> {
  let told = 0;
  await page.routeWebSocket(/\/collab\/claims\//, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => {
      const isAboutOthers = typeof frame !== "string" && frame[0] === MESSAGE.awareness;
      socket.send(isAboutOthers ? withWhereabouts(frame, whereabouts[told++ % whereabouts.length] ?? {}) : frame);
    });
  });
}

function withWhereabouts(frame: Uint8Array, whereabouts: object): Buffer {
  const decoder = decoding.createDecoder(frame);
  decoding.readVarUint(decoder);
  const entries = decoding.createDecoder(decoding.readVarUint8Array(decoder));
  const news = encoding.createEncoder();
  const count = decoding.readVarUint(entries);
  encoding.writeVarUint(news, count);
  for (let at = 0; at < count; at++) {
    encoding.writeVarUint(news, decoding.readVarUint(entries));
    encoding.writeVarUint(news, decoding.readVarUint(entries));
    const state = JSON.parse(decoding.readVarString(entries)) as { user?: object } | null;
    encoding.writeVarString(news, JSON.stringify(state && { ...state, ...whereabouts }));
  }
  const whole = encoding.createEncoder();
  encoding.writeVarUint(whole, MESSAGE.awareness);
  encoding.writeVarUint8Array(whole, encoding.toUint8Array(news));
  return Buffer.from(encoding.toUint8Array(whole));
}
