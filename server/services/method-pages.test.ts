import { afterEach, beforeEach, expect, test } from "vitest";
import { bytesOf, partsOf, readFile } from "#server/export/read-file.fixture.ts";
import { openSite, type Site } from "#server/public/site.fixture.ts";
import { once } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";

let site: Site;
const METHOD = "https://desk.example/how-we-check";
const CORRECTIONS = "https://desk.example/corrections?a=1&b=2";

beforeEach(async () => {
  site = await openSite();
  site.desk.services.desk.setUpDemo("Harbour desk", []);
  site.switchOn();
  site.claim.rate(site.ana, "disputed");
  site.claim.sign(site.bo);
});

afterEach(() => site.close());

const set = (methodUrl: string, correctionsUrl: string) =>
  site.desk.services.methodPages.set(site.ana, { methodUrl, correctionsUrl, ...once() });
const file = (number: number, format: string) => readFile(site.desk.services.releases.file(site.bo, 1, number, format));

test("[RL21] reports, public pages and markup say where the desk tells how it works; a release from before stays as it was", async () => {
  site.publish(await site.release());
  const before = file(1, "json");
  expect(JSON.parse(before).desk).toEqual({ name: "Harbour desk", url: "http://localhost:3000" });
  expect((await site.get("/published/1/1")).body).not.toContain("Rules of the desk");
  set(METHOD, ` ${CORRECTIONS} `);
  site.publish(await site.release());
  expect(file(1, "json")).toBe(before);
  expect(JSON.parse(file(2, "json")).desk).toMatchObject({ methodUrl: METHOD, correctionsUrl: CORRECTIONS });
  const [review] = JSON.parse(file(2, "claimreview"))["@graph"];
  expect(review.author).toMatchObject({ publishingPrinciples: METHOD, correctionsPolicy: CORRECTIONS });
  const word = Object.values(partsOf(bytesOf(site.desk.services.releases.file(site.bo, 1, 2, "docx")))).join();
  for (const report of [file(2, "html"), file(2, "markdown"), word])
    for (const words of ["How we check", "How we correct", METHOD]) expect(report).toContain(words);
  for (const path of ["/published/1/2", "/published/1/C-1-1"])
    expect((await site.get(path)).body, path).toMatch(
      /href="https:\/\/desk\.example\/corrections\?a=1&(?:amp|#38);b=2"/,
    );
  set("", "");
  await site.release();
  expect(JSON.parse(file(3, "json")).desk).toEqual(JSON.parse(before).desk);
});

test("[RL21] only an address on the web is one, and only an admin says it, on the record", () => {
  for (const address of [
    "how we check",
    "javascript:alert(1)",
    "mailto:desk@desk.example",
    "https://a:b@desk.example/",
  ])
    expect(refusal(() => set(METHOD, address))).toMatchObject({
      ...{ kind: "bad_input", detail: { fields: { correctionsUrl: { id: "method_address" } } } },
    });
  const wanted = { methodUrl: METHOD, correctionsUrl: "", ...once() };
  expect(refusal(() => site.desk.services.methodPages.set(site.bo, wanted)).kind).toBe("forbidden");
  for (const _ of [1, 2]) site.desk.services.methodPages.set(site.ana, wanted);
  set(METHOD, "");
  expect(site.desk.services.methodPages.read(site.ana)).toEqual({ methodUrl: METHOD, correctionsUrl: "" });
  const events = site.desk.sqlite.prepare("select body from audit_events where type = 'desk.method_pages_set'").all();
  expect(events).toEqual([{ body: JSON.stringify({ correctionsUrl: "", methodUrl: METHOD }) }]);
});
