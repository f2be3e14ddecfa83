import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { eventsAfter } from "#db/queries/audit.ts";
import type { Member } from "#server/context.ts";
import { once, type TestDesk, testDesk } from "#server/testing/desk.ts";
import { refusal } from "#server/testing/refusal.ts";

let desk: TestDesk;
let ana: Member;

beforeEach(() => {
  desk = testDesk();
  ana = desk.member("Ana", "analyst");
});

afterEach(() => desk.close());

const check = (claimReviewed: string, given: object = {}) => ({
  "@type": "ClaimReview",
  claimReviewed,
  url: `https://checks.example/${encodeURIComponent(claimReviewed)}`,
  author: { name: "Harbour Check" },
  datePublished: "2019-05-03",
  reviewRating: { alternateName: "False" },
  ...given,
});
const file = (...checks: unknown[]) => ({ fileName: "checks.json", bytes: Buffer.from(JSON.stringify(checks)) });
const bring = (...checks: unknown[]) => desk.services.precedents.bring(ana, { ...file(...checks), ...once() }).counts;
const list = (words = "") => desk.services.precedents.list(ana, words).precedents.map(({ claim }) => claim);
const alike = (words: string, claimant = "") => desk.services.precedents.alike(ana, { words, claimant });

const ESCAPED = "More than 1,500 detainees escaped from the harbour prison";

test("[IM8] a file is looked at, then taken in once, on the record, by its name", async () => {
  const { precedents } = desk.services;
  precedents.choose(ana, file(check(ESCAPED), check("The bridge closed"), { "@type": "ClaimReview" }));
  const preview = await precedents.preview(ana);
  expect(preview).toMatchObject({ fileName: "checks.json", format: "claimreview" });
  expect(preview?.counts).toEqual({ added: 2, updated: 0, known: 0, dropped: 1 });
  expect(preview?.reports).toMatchObject([{ outcome: "dropped" }]);
  expect(list()).toEqual([]);
  const form = { id: preview?.id ?? "", ...once() };
  const [counts, again] = await Promise.all([precedents.take(ana, form), precedents.take(ana, form)]);
  expect(again).toEqual(counts);
  expect(counts).toEqual({ added: 2, updated: 0, known: 0, dropped: 1 });
  expect(await precedents.take(ana, form)).toEqual(counts);
  expect(list()).toEqual(["The bridge closed", ESCAPED]);
  expect(await precedents.preview(ana)).toBeNull();
  const last = [...eventsAfter(desk.db, 0)].at(-1);
  expect(last).toMatchObject({ type: "precedents.imported", actorId: ana.id });
  expect(JSON.parse(last?.body ?? "")).toMatchObject({ fileName: "checks.json", added: 2, dropped: 1 });
});

test("[IM13] a file is taken in a part at a time, while others are answered", async () => {
  const { precedents } = desk.services;
  precedents.choose(ana, file(...Array.from({ length: 500 }, (_, at) => ({ claimReviewed: `c${at}` }))));
  const { id = "" } = (await precedents.preview(ana)) ?? {};
  const seen = new Set<number>();
  const count = desk.sqlite.prepare("select count(*) from precedents").pluck();
  const stop = everyTurn(() => seen.add(Number(count.get())));
  const counts = await precedents.take(ana, { id, ...once() }).finally(stop);
  expect(counts).toEqual({ added: 500, updated: 0, known: 0, dropped: 0 });
  expect([...seen]).toEqual(expect.arrayContaining([200, 400]));
  expect([...eventsAfter(desk.db, 0)].filter(({ type }) => type === "precedents.imported")).toHaveLength(1);
});

function everyTurn(run: () => void): () => void {
  let next = setImmediate(function again() {
    run();
    next = setImmediate(again);
  });
  return () => clearImmediate(next);
}

test("[IM13] a file that is too hard to read is refused, and does not come back", async () => {
  const { precedents } = desk.services;
  precedents.choose(ana, { fileName: "hard.csv", bytes: Buffer.from(`claim;url\n${";\n".repeat(20_000)}`) });
  vi.spyOn(AbortSignal, "timeout").mockReturnValueOnce(AbortSignal.abort());
  await expect(precedents.preview(ana)).rejects.toMatchObject({ message: expect.stringContaining("too much memory") });
  expect(await precedents.preview(ana)).toBeNull();
});

test("[IM8] what comes again is there once; a newer version takes the place of an older one, never the other way", () => {
  expect(bring(check(ESCAPED))).toMatchObject({ added: 1 });
  expect(bring(check(ESCAPED))).toMatchObject({ added: 0, updated: 0, known: 1 });
  const newer = check(ESCAPED, { datePublished: "2020-01-01", reviewRating: { alternateName: "Mostly false" } });
  expect(bring(newer)).toMatchObject({ added: 0, updated: 1, known: 0 });
  expect(bring(check(ESCAPED))).toMatchObject({ updated: 0, known: 1 });
  expect(desk.services.precedents.list(ana, "detainee")).toMatchObject({
    all: 1,
    precedents: [{ rating: "Mostly false" }],
  });
});

test("[IM8] a file that is another one by now, that is too large, empty or without checks is refused, and nothing is kept", async () => {
  const { precedents } = desk.services;
  precedents.choose(ana, file(check("one")));
  const seen = (await precedents.preview(ana))?.id ?? "";
  precedents.choose(ana, file(check("two")));
  await expect(precedents.take(ana, { id: seen, ...once() })).rejects.toMatchObject({ kind: "conflict" });
  expect(refusal(() => precedents.choose(ana, { fileName: "", bytes: Buffer.alloc(0) })).kind).toBe("bad_input");
  const large = { fileName: "large", bytes: Buffer.alloc(4 * 1024 * 1024 + 1) };
  expect(refusal(() => precedents.choose(ana, large)).message).toContain("4 MB");
  expect(refusal(() => bring({ name: "no check" })).message).toBe("There is no check in it.");
  precedents.discard(ana);
  await expect(precedents.take(ana, { id: seen, ...once() })).rejects.toMatchObject({ kind: "conflict" });
  expect(list()).toEqual([]);
});

test("[IM9] every member reads precedents and is shown them; whoever may not import is told so, and nothing changes", () => {
  bring(check(ESCAPED));
  const vera = desk.member("Vera", "viewer");
  expect(desk.services.precedents.list(vera, "").precedents).toHaveLength(1);
  expect(desk.services.precedents.alike(vera, { words: ESCAPED, claimant: "" })).toHaveLength(1);
  const refused = refusal(() => desk.services.precedents.choose(vera, file(check("x"))));
  expect(refused).toMatchObject({ kind: "forbidden", message: expect.stringContaining("Your role") });
  expect(list()).toEqual([ESCAPED]);
});

test("[IM10] a statement brings the checks that say nearly the same, with the words, the figure or the claimant that they share", () => {
  const bridge = check("The old bridge over the harbour is closed");
  bring(
    check(ESCAPED, { itemReviewed: { author: { name: "Interior ministry" } } }),
    bridge,
    check("The mayor resigned"),
  );
  const [first, ...others] = alike(
    "The ministry says that 1500 detainees are escaping the prison",
    "interior ministry; R. Adan",
  );
  expect(others).toEqual([]);
  expect(first?.precedent).toMatchObject({ claim: ESCAPED, publisher: "Harbour Check", rating: "False" });
  expect(first?.likeness).toEqual({
    words: ["detainees", "escaping", "prison"],
    sameClaimant: true,
    figures: ["1500"],
  });
  expect(alike("1,500 detainees escaped")[0]?.likeness.words).toEqual(["1,500", "detainees", "escaped"]);
  for (const words of ["", "the of and", "The harbour was quiet and nobody came", "resigned"])
    expect(alike(words)).toEqual([]);
});

test("[IM10] words in an article are looked up with whoever their sentence names", () => {
  bring(check(ESCAPED, { itemReviewed: { author: { name: "Regional police" } } }));
  const words = "detainees escaped in the night";
  const sentence = `Regional police said ${words}.`;
  const found = desk.services.precedents.alike(ana, { words, claimant: "", sentence });
  expect(found.map(({ likeness }) => likeness.sameClaimant)).toEqual([true]);
  const other = desk.services.precedents.alike(ana, { words, claimant: "The union", sentence });
  expect(other.map(({ likeness }) => likeness.sameClaimant)).toEqual([false]);
});

test("[IM10] at most three are shown, and words that stand everywhere cost nothing", () => {
  bring(...Array.from({ length: 40 }, (_, at) => check(`${ESCAPED} on day ${at}`)));
  expect(alike(ESCAPED)).toHaveLength(3);
});

test("[IM11] statements in scripts without spaces are found by what they share", () => {
  bring(check("安倍晉三患的是癌症，已轉移肝臟。"), check("台灣的橋樑昨天關閉了"));
  const found = alike("有人說安倍晉三患的是癌症");
  expect(found.map(({ precedent }) => precedent.claim)).toEqual(["安倍晉三患的是癌症，已轉移肝臟。"]);
  expect(found[0]?.likeness.words).toEqual(["安倍晉三患的是癌症"]);
  expect(list("安倍晉三")).toHaveLength(1);
  expect(list("橋樑昨")).toHaveLength(1);
  // Most words of Chinese have one or two signs.
  for (const [words, count] of [
    ["橋樑", 1],
    ["癌症 肝臟", 1],
    ["了", 1],
    ["貓", 0],
  ] as const)
    expect(list(words), words).toHaveLength(count);
});

test("[IM11] a search takes any words, also those of the claimant and of who checked it, and no operators", () => {
  bring(check(ESCAPED, { itemReviewed: { author: { name: "Interior ministry" } } }));
  for (const words of ["detainee", "ministry harbour", "harbour check", "DETAINÉES", "detai"])
    expect(list(words)).toHaveLength(1);
  for (const words of ["bridge", '"escaped detainees"', "a OR b NEAR(", "*"]) expect(list(words)).toHaveLength(0);
});

test("[IM7] the library that is taken elsewhere and read in again is the same", () => {
  bring(check(ESCAPED), check("安倍晉三患的是癌症", { inLanguage: "zh" }));
  const bytes = Buffer.from([...desk.services.precedents.feed(ana).pieces].join(""));
  const counts = desk.services.precedents.bring(ana, { fileName: "again", bytes, ...once() }).counts;
  expect(counts).toEqual({ added: 0, updated: 0, known: 2, dropped: 0 });
});

test("[IM6] the columns of a table are what somebody chose", async () => {
  const { precedents } = desk.services;
  precedents.choose(ana, { fileName: "t.csv", bytes: Buffer.from("a,b\nThe bridge closed,Wrong\n") });
  expect((await precedents.preview(ana))?.counts).toMatchObject({ added: 0, dropped: 1 });
  precedents.chooseColumns(ana, ["claim", "rating"]);
  expect(await precedents.preview(ana)).toMatchObject({
    counts: { added: 1 },
    first: [{ claim: "The bridge closed", rating: "Wrong" }],
  });
});

test("[IM5] a claim that is made of a precedent has its words and its claimant, the check as a source, and no rating", () => {
  const given = { url: "https://checks.example/1", author: { name: "Harbour Check" }, name: "They did not" };
  const itemReviewed = {
    author: { name: "The union" },
    datePublished: "2019-05",
    appearance: "https://a.example/post",
  };
  bring(check(ESCAPED, { ...given, itemReviewed }));
  const choices = { title: "Harbour", scaleId: "seven-step-1", quorum: 1, restricted: false, memberIds: [] };
  const { number } = desk.services.cases.create(ana, { ...choices, ...once() });
  const precedentId = desk.services.precedents.list(ana, "").precedents[0]?.id ?? 0;
  const form = { precedentId, ...once() };
  const made = desk.services.claims.createFromPrecedent(ana, number, form);
  expect(desk.services.claims.createFromPrecedent(ana, number, form)).toEqual(made);
  const { card, status } = desk.services.claims.read(ana, number, made.number);
  expect(card).toMatchObject({
    statement: ESCAPED,
    claimant: "The union",
    saidWhen: "2019-05",
    saidWhenPrecision: "month",
  });
  expect(card.sources).toMatchObject([
    { title: "They did not", publisher: "Harbour Check", url: given.url, date: "2019-05-03", stance: "context" },
    { url: "https://a.example/post" },
  ]);
  expect([card.ratingId, card.verdict, status]).toEqual(["", "", "inbox"]);
  const unknown = { precedentId: 999, ...once() };
  expect(refusal(() => desk.services.claims.createFromPrecedent(ana, number, unknown)).kind).toBe("not_found");
});
