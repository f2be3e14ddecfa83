import { expect, test } from "@playwright/test";
import { addSource, setField, setFigure } from "#domain/card-edit.ts";
import { ROLES } from "#domain/roles.ts";
import { ARTICLE, caseWithClaim, once, testDesk } from "#server/testing/desk.ts";
import { releaseAll } from "#server/testing/release-all.ts";
import { bodyOf, pagesOf, withoutScripts, wordsOf } from "./support/pages.ts";

const HOSTILE = `</title></textarea></script><script>alert(1)</script>"><svg onload=alert(1)>' onfocus='alert(1) <img src=x>`;
/** Begins the text where it is easily forgotten, so that the walk can say that it came by. */
const PLACES = ["Unit", "Set", "Label", "Version", "Byline", "Corrected", "Reason", "Withheld"].map(
  (one) => `At${one}`,
);
const ARABIC = "غادر نحو مئة شخص الميناء.";
const HEBREW = "כמאה איש עזבו את הנמל.";

/** A desk on which a text stands wherever people write, and a claim in Arabic with a quote in Hebrew. */
async function deskThatSays(text: string) {
  const desk = testDesk();
  const { services } = desk;
  const people = ROLES.map((role) => desk.member(`${role} ${text}`.slice(0, 80), role));
  const ana = people.find(({ role }) => role === "admin") ?? desk.member("Ana", "admin");
  const bo = people.find(({ role }) => role === "editor") ?? desk.member("Bo", "editor");
  const claim = caseWithClaim(desk, ana);
  const { caseNumber, claimId, documentId } = claim;
  const { version } = services.cases.open(ana, caseNumber);
  const choices = { title: text, scaleId: "seven-step-1", quorum: 1, restricted: false, memberIds: [] };
  services.cases.configure(ana, caseNumber, { ...choices, version, ...once() });
  services.documents.add(ana, caseNumber, { ...ARTICLE, title: text, outlet: text, text, ...once() });
  claim.edit(ana, (doc) => {
    for (const part of ["statement", "verdict", "gaps"])
      doc.getText(part).insert(0, part === "statement" ? ARABIC : text);
    setField(doc, "language", "ar");
    for (const field of ["claimant", "outlet", "speaker", "saidWhere"] as const) setField(doc, field, text);
    const source = { title: text, publisher: text, author: text, url: text, locator: text, quote: HEBREW };
    addSource(doc, "s", { ...source, quoteLanguage: "he", stance: "supports" });
    setFigure(doc, { id: "f", qualifier: "about", value: "100", upper: "", unit: `AtUnit ${text}`, asOf: text });
  });
  const rival = services.claims.create(ana, caseNumber, { statement: text, ...once() });
  desk.rooms.edit(rival.claimId, ana.id, (doc) =>
    setFigure(doc, { id: "f", qualifier: "up_to", value: "300", upper: "", unit: text, asOf: text }),
  );
  for (const id of [claimId, rival.claimId])
    services.conflictSets.join(ana, id, { name: `AtSet ${text}`.slice(0, 120), seen: null, ...once() });
  services.labels.set(ana, claimId, { label: `AtLabel ${text}`.slice(0, 60), on: true, ...once() });
  services.versions.name(ana, claimId, { place: 1, name: `AtVersion ${text}`.slice(0, 80), ...once() });
  for (const one of [ana, bo])
    services.bylines.setMine(one, { byline: `AtByline ${one.role} ${text}`.slice(0, 80), ...once() });
  claim.rate(ana, "disputed");
  services.discussion.start(bo, claimId, { about: { kind: "claim" }, text: `@${ana.name} ${text}`, ...once() });
  services.views.save(ana, caseNumber, {
    name: text.slice(0, 60),
    isShared: true,
    screen: "board",
    search: "",
    ...once(),
  });
  services.tokens.make(ana, { label: text.slice(0, 60), scopes: ["read"], days: 1, ...once() });
  const asked = { assigneeId: ana.id, reviewerIds: [bo.id], dueAt: desk.clock.now + 60_000 };
  services.claims.assign(ana, claimId, { ...asked, version: claim.read(ana).version, ...once() });
  services.reviews.requestChanges(bo, claimId, { ...claim.seen(bo), reason: text, ...once() });
  services.reviews.clear(bo, claim.read(bo).reviews[0]?.id ?? "", { reason: text, ...once() });
  services.precedents.bring(ana, {
    ...{ fileName: text.slice(0, 60), bytes: Buffer.from(JSON.stringify({ claimReviewed: text })) },
    ...once(),
  });
  claim.sign(bo);
  await releaseAll(desk, bo, caseNumber);
  const told = { kind: "correction" as const, what: `AtCorrected ${text}`, why: `AtReason ${text}`, releasedBefore: 1 };
  services.corrections.prepare(ana, caseNumber, 1, { ...told, version: claim.read(ana).version, ...once() });
  services.publications.setPages(ana, { isOn: true, language: "en", ...once() });
  services.publications.publish(bo, caseNumber, 1, { confirmed: false, ...once() });
  services.withheldClaims.withhold(bo, caseNumber, 1, { reason: `AtWithheld ${text}`, ...once() });
  const inCase = [
    ...["", "/board", "/table", "/corrections", "/numbers", "/record", "/release", "/releases/1", "/settings"],
    ...[
      "/claims/1",
      "/claims/2",
      "/claims/1/history",
      "/claims/1/history/words",
      "/claims/1/merge",
      "/claims/1/correct",
    ],
    ...[
      "/documents/new",
      `/documents/${documentId}`,
      `/documents/${documentId}/claims/1`,
      `/documents/${documentId}/new-version`,
    ],
  ].map((path) => `/cases/${caseNumber}${path}`);
  const ofDesk = [
    ...[
      "/cases",
      "/cases/new",
      "/byline",
      "/members",
      "/my-work",
      "/my-work/review",
      "/notifications",
      "/notifications/digest",
    ],
    ...["/notifications/settings", "/numbers", "/precedents", "/public-pages", "/scales", "/tokens", "/webhooks"],
    ...[`/find?q=${encodeURIComponent("alert")}`, `/cases/1/board?q=${encodeURIComponent(text)}`],
  ];
  return { ...desk, people, ana, inCase, ofDesk };
}

/** Elements that somebody wrote, or handlers on ours. */
function aliveIn(html: string): string[] {
  const tags = [...withoutScripts(html).matchAll(/<([a-z][\w-]*)[^>]*>/gi)].map(([tag]) => tag);
  return tags.filter((tag) => {
    const bare = tag.replace(/"[^"]*"/g, '""');
    return /^<(script|iframe|object|embed|base|math)/i.test(bare) || /\son\w+\s*=|src=x|javascript:/i.test(bare);
  });
}

test("whatever people wrote stays words on every page of the desk, for every role; Arabic and Hebrew say so where they stand", async () => {
  const desk = await deskThatSays(HOSTILE);
  const read = await pagesOf(desk);
  const unmarked = new Set<string>();
  const notRead = new Set(PLACES);
  let seen = 0;
  const dense = desk.inCase.filter((path) => /board$|claims.1$|documents|release$|settings$/.test(path));
  for (const member of desk.people)
    for (const path of member.id === desk.ana.id ? [...desk.inCase, ...desk.ofDesk] : dense) {
      const { status, html } = await read(member, path);
      expect.soft(status, `${member.role} ${path}`).toBeLessThan(500);
      expect.soft(aliveIn(html), `${member.role} ${path}`).toEqual([]);
      if (member.id !== desk.ana.id) continue;
      const body = bodyOf(html);
      for (const place of notRead) if (body.includes(`${place} `)) notRead.delete(place);
      for (const { words, around } of wordsOf(html))
        for (const [text, language] of [
          [ARABIC, "ar"],
          [HEBREW, "he"],
        ] as const) {
          if (!words.includes(text)) continue;
          seen += 1;
          const its = around.findLast(({ attributes }) => attributes.includes(" lang="))?.attributes ?? "";
          const isTurned = around.some(({ attributes }) => / dir="(auto|rtl)"/.test(attributes));
          const place = around
            .slice(-3)
            .map(({ name, attributes }) => `${name}${/class="[^"]*"/.exec(attributes) ?? ""}`);
          if (!its.includes(`lang="${language}"`) || !isTurned) unmarked.add(`${path}: ${place.join(" > ")}`);
        }
    }
  expect(seen).toBeGreaterThan(15);
  expect([...unmarked]).toEqual([]);
  expect([...notRead], "places of the text that no page shows").toEqual([]);
  await desk.close();
});
