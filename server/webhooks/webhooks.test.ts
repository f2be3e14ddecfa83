import { once as event } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { WebhookEvent } from "#domain/webhook-events.ts";
import type { Member } from "#server/context.ts";
import { createLog } from "#server/log.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { createCourier } from "#server/webhooks/courier.ts";
import { send } from "#server/webhooks/send.ts";

type Told = { headers: IncomingHttpHeaders; body: string };

const MINUTE = 60_000;
let desk: TestDesk;
let ada: Member;
let chen: Member;
let claim: ReturnType<typeof caseWithClaim>;
let other: Server;
let told: Told[];
let status: number;
let ids: number;

beforeEach(async () => {
  desk = testDesk();
  [ada, chen] = [desk.member("Ada", "admin"), desk.member("Chen", "analyst")];
  claim = caseWithClaim(desk, ada);
  [told, status, ids] = [[], 200, 0];
  other = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => (body += part));
    request.on("end", () => {
      told.push({ headers: request.headers, body });
      response.writeHead(status, status === 302 ? { location: "http://127.0.0.1:9/inner" } : {}).end("words of theirs");
    });
  });
  other.listen(0, "127.0.0.1");
  await event(other, "listening");
});

afterEach(async () => {
  other.closeAllConnections();
  other.close();
  await desk.close();
});

const url = () => `http://127.0.0.1:${(other.address() as AddressInfo).port}/hook`;
const make = (events: WebhookEvent[] = ["claim.signed", "claim.stale", "release.made"]) =>
  desk.services.webhooks.make(ada, { url: url(), events, ...once() }).secret;
const courier = (allowPrivate = true) =>
  createCourier({
    ...{ db: desk.db, now: () => desk.clock.now, newId: () => `id-${ids++}`, log: createLog("silent") },
    ...{ origin: "https://desk.example.org", sending: { allowPrivate } },
  });
const listed = () => desk.services.webhooks.list(ada)[0]?.deliveries ?? [];

async function signAndRelease(): Promise<void> {
  claim.rate(chen, "false");
  claim.sign(ada);
  const { ready } = await desk.services.releases.preflight(ada, claim.caseNumber);
  await desk.services.releases.make(ada, claim.caseNumber, { expected: ready, ...once() });
}

describe("a webhook", () => {
  test("[WH1] is told of each event once, in order, whatever ended in between", async () => {
    make();
    await signAndRelease();
    claim.rate(chen, "true");
    await courier().run();
    await courier().run();
    expect(told.map(({ body }) => JSON.parse(body).type)).toEqual(["claim.signed", "release.made", "claim.stale"]);
  });

  test("[WH1] is told one thing after the other: a second message waits until the first is taken", async () => {
    let [open, most] = [0, 0];
    // Answered when another way there and back is over, so that whatever was sent beside it has arrived.
    other.prependListener("request", (request, response) => {
      if (request.method !== "POST") return;
      most = Math.max(most, ++open);
      request.pause();
      fetch(url()).then(() => request.resume());
      response.on("close", () => open--);
    });
    make();
    await signAndRelease();
    claim.rate(chen, "true");
    await courier().run();
    expect([told.filter(({ body }) => body !== "").length, most]).toEqual([3, 1]);
  });

  test("[WH1] hears nothing of before it was made, nor what it did not ask for", async () => {
    await signAndRelease();
    make(["claim.stale"]);
    await courier().run();
    expect(told).toEqual([]);
    claim.rate(chen, "true");
    await courier().run();
    expect(told).toHaveLength(1);
  });

  test("[CO7] is told that a released claim was corrected, and of what kind that is, not in which words", async () => {
    await signAndRelease();
    make(["claim.corrected"]);
    claim.correct(ada, "update");
    claim.correct(ada, "retraction");
    await courier().run();
    expect(told).toHaveLength(1);
    const { data } = JSON.parse(told[0]?.body ?? "");
    expect(data).toEqual({
      ...{ case: 1, claim: 1, reference: "C-1-1", kind: "update" },
      url: "https://desk.example.org/api/v1/cases/1/claims/1",
    });
  });

  test("[WH2] can check who sent a message; sent again it has the same id and bytes", async () => {
    const secret = make();
    desk.clock.now = Date.now();
    await signAndRelease();
    await courier().run();
    const [first] = told as [Told];
    expect(new Webhook(secret).verify(first.body, first.headers as Record<string, string>)).toMatchObject({
      type: "claim.signed",
    });
    expect(() => new Webhook(secret).verify(`${first.body} `, first.headers as Record<string, string>)).toThrow();
    const delivery = listed().find((one) => one.event === "claim.signed");
    desk.services.webhooks.resend(ada, delivery?.id ?? "", once());
    await courier().run();
    const again = told.at(-1);
    expect([again?.body, again?.headers["webhook-id"]]).toEqual([first.body, first.headers["webhook-id"]]);
  });

  test("[WH3] that does not take a message gets it again, later each time, until three days have passed", async () => {
    make(["release.made"]);
    status = 500;
    await signAndRelease();
    const start = desk.clock.now;
    const waits: number[] = [];
    for (let at = start; listed()[0]?.state !== "failed"; at = listed()[0]?.nextAt ?? 0) {
      desk.clock.now = Math.max(desk.clock.now, at);
      waits.push(desk.clock.now - start);
      await courier().run();
    }
    expect(waits.slice(0, 4)).toEqual([0, MINUTE, 3 * MINUTE, 7 * MINUTE]);
    expect(waits.at(-1)).toBeGreaterThan(2.5 * 24 * 60 * MINUTE);
    expect(listed()[0]).toMatchObject({ state: "failed", outcome: "HTTP 500", attempts: waits.length });
    expect(told).toHaveLength(waits.length);
  });

  test("[WH3] that is gone is not asked again", async () => {
    make(["release.made"]);
    status = 410;
    await signAndRelease();
    await courier().run();
    expect(listed()[0]).toMatchObject({ state: "failed", outcome: "HTTP 410", attempts: 1 });
  });

  test("[WH5] never gets the words of a claim", async () => {
    make();
    await signAndRelease();
    await courier().run();
    const all = JSON.stringify(told);
    for (const words of ["240 residents", "Counts", "Ada", "Chen"]) expect(all).not.toContain(words);
    expect(JSON.parse(told[0]?.body ?? "").data).toMatchObject({ case: 1, claim: 1, reference: "C-1-1" });
  });

  test("[WH6] that redirects is not followed, and nothing that it says is kept", async () => {
    make(["release.made"]);
    status = 302;
    await signAndRelease();
    await courier().run();
    expect(told).toHaveLength(1);
    expect(listed()[0]).toMatchObject({ state: "waiting", outcome: "HTTP 302" });
    expect(desk.sqlite.serialize().toString("latin1")).not.toContain("words of theirs");
  });

  test("[WH6] that never answers is cut off", async () => {
    other.removeAllListeners("request");
    const sent = await send(url(), {}, "{}", { allowPrivate: true, patience: 50 });
    expect(sent).toMatchObject({ isTaken: false, outcome: "no answer in time" });
  });
});

describe("an address of the inner network", () => {
  test.each([
    ...["127.0.0.1", "127.1", "0x7f000001", "017700000001", "2130706433", "①②⑦.0.0.1", "0.0.0.0", "10.0.0.1"],
    ...["100.64.0.1", "169.254.169.254", "172.16.0.1", "192.168.1.1", "198.18.0.1", "224.0.0.1", "255.255.255.255"],
    ...[
      "[::1]",
      "[::]",
      "[::ffff:127.0.0.1]",
      "[::ffff:7f00:1]",
      "[::127.0.0.1]",
      "[64:ff9b::7f00:1]",
      "[2002:7f00:1::]",
    ],
    ...["[fc00::1]", "[fd00::1]", "[fe80::1]", "[fec0::1]", "[2001:db8::1]", "[ff02::1]", "localhost"],
  ])("[WH4] is not spoken to: %s", async (host) => {
    const { port } = new URL(url());
    const sent = await send(`http://${host}:${port}/`, {}, "{}", { allowPrivate: false });
    expect(sent).toMatchObject({ isTaken: false, outcome: "private address" });
    expect(told).toEqual([]);
  });

  test.each([
    ["among public ones", [["93.184.215.14", "127.0.0.1"]]],
    ["in the other family", [["93.184.215.14", "::1"]]],
  ] as [string, string[][]][])("[WH4] is not reached by a name that has it %s", async (_what, [all = []]) => {
    const resolve = async () => all.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
    const sent = await send("http://rebind.example/", {}, "{}", { allowPrivate: false, resolve });
    expect(sent.outcome).toBe("private address");
  });

  test("[WH4] is not reached by a name that is asked again: it is asked once for each message", async () => {
    let asked = 0;
    const resolve = async () => [{ address: asked++ === 0 ? "93.184.215.14" : "127.0.0.1", family: 4 }];
    await send("http://rebind.example/", {}, "{}", { allowPrivate: false, resolve, patience: 100 });
    expect(asked).toBe(1);
  });
});
