import { afterAll, beforeAll, expect, test } from "vitest";
import { setField } from "#domain/card-edit.ts";
import type { Member } from "#server/context.ts";
import { bundleOf, releaseNow } from "#server/proof/bundle.fixture.ts";
import { type Change, forge, inJson, type Json, verified } from "#server/proof/forging.fixture.ts";
import { caseWithClaim, once, type TestDesk, testDesk } from "#server/testing/desk.ts";

let desk: TestDesk;
/** The second release of a case: one claim in it was corrected, another one is withdrawn. */
let bundle: Buffer;

beforeAll(async () => {
  desk = testDesk();
  const [ana, bo, chen] = ["Ana", "Bo", "Chen"].map((name) => desk.member(name, "editor"));
  if (!ana || !bo || !chen) throw new Error("Three people sign.");
  const claim = caseWithClaim(desk, ana, { quorum: 2 });
  claim.rate(ana, "true");
  for (const who of [bo, chen]) claim.sign(who);
  const other = signedBeside(desk, ana, [bo, chen]);
  await releaseNow(desk, ana);
  other.withdraw(bo);
  claim.correct(ana);
  claim.edit(ana, (doc) => setField(doc, "saidWhere", "Lenne"));
  for (const who of [bo, chen]) claim.sign(who);
  bundle = await bundleOf(desk, await releaseNow(desk, ana));
});

afterAll(() => desk.close());

/** A second claim of the case, signed; Ana has it withdrawn with somebody. */
function signedBeside({ services, rooms }: TestDesk, ana: Member, signers: Member[]) {
  const { claimId, number } = services.claims.create(ana, 1, { statement: "It rained.", ...once() });
  rooms.edit(claimId, ana.id, (doc) => setField(doc, "ratingId", "true"));
  for (const who of signers) {
    const { contentHash: seenHash, reviews } = services.claims.read(who, 1, number);
    services.reviews.signOff(who, claimId, { seenHash, seenReviews: reviews.map((one) => one.id), ...once() });
  }
  const withdraw = (confirmer: Member) => {
    const { version } = services.claims.read(ana, 1, number);
    const words = { kind: "retraction" as const, what: "It did not.", why: "The gauge was broken." };
    const { id } = services.corrections.prepare(ana, 1, number, { ...words, releasedBefore: 1, version, ...once() });
    services.corrections.confirm(confirmer, 1, id, once());
  };
  return { withdraw };
}

const forged = (change: Change) => forge(bundle, desk.signer, change);

const TOLD = "audit/corrections.jsonl";
const SET = "exports/case-1-counts-v2.json";

/** The line of the correction, or of the retraction. */
const inLine =
  (at: 0 | 1, change: (line: Json) => void): Change =>
  (texts) => {
    const lines = (texts[TOLD] ?? "")
      .trimEnd()
      .split("\n")
      .map((one) => JSON.parse(one));
    change(lines[at]);
    texts[TOLD] = lines.map((one) => `${JSON.stringify(one)}\n`).join("");
  };

test.each<[string, string, string, Change]>([
  ...(["kind", "what", "why", "releasedBefore", "memberId"] as const).map((part): [string, string, string, Change] => [
    `another ${part} of a correction than was recorded`,
    "C-1-1",
    "is not what event",
    inJson(SET, ({ claims: [{ corrections }] }) => {
      corrections[0][part] = part === "releasedBefore" ? 2 : "update";
    }),
  ]),
  [
    "a correction at another time",
    "C-1-1",
    "is not the correction that it is shown for.",
    inJson(SET, ({ claims: [{ corrections }] }) => {
      corrections[0].at = "2026-01-01T00:00:00.000Z";
    }),
  ],
  [
    "an event of a correction that says something else",
    "C-1-1",
    "does not say what was recorded.",
    inLine(0, ({ corrections: [{ event }] }) => {
      event.body.why = "Nobody erred.";
    }),
  ],
  [
    "a correction without its event",
    "C-1-1",
    "What is recorded of its correction is not shown, and nothing says why.",
    inLine(0, ({ corrections }) => {
      corrections[0].event = null;
    }),
  ],
  [
    "a correction that is left out",
    "C-1-1",
    "It differs from v1, and no correction or update says so.",
    inJson(SET, ({ claims: [claim] }) => {
      delete claim.corrections;
    }),
  ],
  [
    "a correction of a claim that is new",
    "C-1-1",
    "Its correction is about v1, which did not hold it.",
    inJson(SET, ({ claims: [claim] }) => {
      claim.firstReleasedIn = 2;
    }),
  ],
  [
    "the event of a correction twice",
    "C-1-1",
    "The claim set tells of other corrections than audit/corrections.jsonl.",
    inLine(0, ({ corrections }) => corrections.push(corrections[0])),
  ],
  [
    "a withdrawn claim in the claim set",
    "C-1-1",
    "It is withdrawn, and stands in the claim set all the same.",
    inJson(SET, ({ claims: [claim], retractions }) => claim.corrections.push(retractions[0])),
  ],
  [
    "another reason of a retraction than was recorded",
    "C-1-2",
    "The reason of its retraction is not what event",
    inJson(SET, ({ retractions }) => {
      retractions[0].why = "Somebody asked us to.";
    }),
  ],
  [
    "a retraction that nobody confirmed",
    "C-1-2",
    "Fewer people stand behind its retraction than it takes.",
    inLine(1, ({ corrections: [{ behind }] }) => behind.pop()),
  ],
  [
    "a retraction that nobody asked for",
    "C-1-2",
    "Fewer people stand behind its retraction than it takes.",
    inLine(1, ({ corrections: [{ behind }] }) => behind.shift()),
  ],
  [
    "the confirmation of something else",
    "C-1-2",
    "does not belong to the retraction that it is shown for.",
    inLine(1, ({ corrections: [{ behind }] }) => {
      behind[1].event.body.correctionId += 1;
    }),
  ],
  [
    "a correction from before the release that it is about",
    "C-1-1",
    "is from before the release that its correction is about.",
    (texts) =>
      inJson("audit/release.json", (made) => {
        made.earlier = { checkpoint: texts["checkpoint.txt"], path: [] };
      })(texts),
  ],
  [
    "no word of what is recorded of corrections",
    TOLD,
    "It tells of 0 claims, the claim set of 2.",
    (texts) => {
      texts[TOLD] = "";
    },
  ],
])("[PR13] %s: the verifier names it", (_what, item, words, change) => {
  expect(verified(forged(change)).findings).toContainEqual({ item, what: expect.stringContaining(words) });
});

test("[PR13] a bundle from before corrections were shown still fits, and says that it does not show them", () => {
  const first = inJson("manifest.json", (manifest) => {
    manifest.formatVersion = 1;
    manifest.files = manifest.files.filter(({ name }: { name: string }) => name !== TOLD);
  });
  expect(verified(bundle).findings).toEqual([]);
  expect(verified(bundle).facts.join()).toContain("Corrections, updates and retractions that stand in the record: 2.");
  expect(verified(forged(first))).toMatchObject({ findings: [], limits: [expect.stringContaining("the first form")] });
});
