import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addSource, setField, setFigure } from "#domain/card-edit.ts";
import { bundleOf, releaseNow } from "#server/proof/bundle.fixture.ts";
import { type Change, forge, inJson, verified } from "#server/proof/forging.fixture.ts";
import { newPrivateKey, signerOf, signNote } from "#server/proof/signer.ts";
import { verifyBundle } from "#server/proof/verifier/bundle.js";
import { reportWords } from "#server/proof/verifier/main.js";
import { caseWithClaim, type TestDesk, testDesk } from "#server/testing/desk.ts";

let desk: TestDesk;
/** The second release of a case that asks for two sign-offs: four events that follow one another, and an earlier checkpoint. */
let bundle: Buffer;

beforeAll(async () => {
  desk = testDesk();
  const [ana, bo, chen] = ["Ana", "Bo", "Chen"].map((name) => desk.member(name, "editor"));
  if (!ana || !bo || !chen) throw new Error("Three people sign.");
  const claim = caseWithClaim(desk, ana, { quorum: 2 });
  claim.rate(ana, "true");
  claim.edit(ana, (doc) =>
    setFigure(doc, { id: "f", qualifier: "about", value: "240", upper: "", unit: "residents", asOf: "" }),
  );
  claim.edit(ana, (doc) => addSource(doc, "s", { title: "Bulletin", url: "https://example.org/b" }));
  for (const who of [bo, chen]) claim.sign(who);
  await releaseNow(desk, ana);
  claim.correct(ana);
  claim.edit(ana, (doc) => setField(doc, "saidWhere", "Lenne"));
  for (const who of [bo, chen]) claim.sign(who);
  bundle = await bundleOf(desk, await releaseNow(desk, ana));
});

afterAll(() => desk.close());

const forged = (change: Change, { of = bundle, signer = desk.signer } = {}) => forge(of, signer, change);

const SIGNED = "audit/sign-offs.jsonl";
const TOLD = "audit/corrections.jsonl";
const SET = "exports/case-1-counts-v2.json";
describe("a bundle that was made anew around something false", () => {
  test("[PR11] is none, as long as nothing false is in it", () => {
    expect(verified(forged(() => {})).findings).toEqual([]);
  });

  test.each<[string, string, string, Change]>([
    [
      "another content than was signed",
      "C-1-1",
      "Its content is not what was signed off.",
      inJson(SIGNED, (claim) => {
        claim.content.statement = "around 2,400 residents were moved";
      }),
    ],
    [
      "another content, hashed anew",
      "C-1-1",
      "signed off another content.",
      inJson(SIGNED, (claim) => {
        claim.contentHash = "0".repeat(64);
      }),
    ],
    [
      "an event that says something else",
      "C-1-1",
      "does not say what was recorded.",
      inJson(SIGNED, (claim) => {
        claim.signOffs[0].event.body.lastEditorId = "nobody";
      }),
    ],
    [
      "an event at another time",
      "C-1-1",
      "does not stand in the record under checkpoint.txt.",
      inJson(SIGNED, (claim) => {
        claim.signOffs[0].event.at += 1;
      }),
    ],
    [
      "the sign-off of somebody else",
      "C-1-1",
      "is not the sign-off that it is shown for.",
      inJson(SIGNED, (claim) => {
        claim.signOffs[0].event = claim.signOffs[1].event;
      }),
    ],
    [
      "one person who signed twice",
      "C-1-1",
      "Fewer people signed it off than the 2 for whom its case asks.",
      inJson(SIGNED, (claim) => {
        claim.signOffs[1] = claim.signOffs[0];
      }),
    ],
    [
      "a claim that is left out",
      SIGNED,
      "It has 0 claims, the claim set 1.",
      (texts) => {
        texts[SIGNED] = "";
      },
    ],
    [
      "another statement in the claim set",
      SET,
      "The claim set in it is not the one that was released.",
      inJson(SET, (set) => {
        set.claims[0].card.statement = "Nobody was moved.";
      }),
    ],
    [
      "another statement in the claim set than was signed",
      "C-1-1",
      "Its statement in the claim set is not what was signed off.",
      inJson(SET, (set) => {
        set.claims[0].card.statement = "Nobody was moved.";
      }),
    ],
    [
      "another figure in the claim set than was signed",
      "C-1-1",
      "Its figures in the claim set are not those that were signed off.",
      inJson(SET, (set) => {
        set.claims[0].card.figures[0].value = "2400";
      }),
    ],
    [
      "another source in the claim set than was signed",
      "C-1-1",
      "Its sources in the claim set are not those that were signed off.",
      inJson(SET, (set) => {
        set.claims[0].card.sources[0].stance = "refutes";
      }),
    ],
    [
      "another speaker in the claim set than was signed",
      "C-1-1",
      "Its attribution in the claim set is not what was signed off.",
      inJson(SET, (set) => {
        set.claims[0].card.speaker = "Somebody else";
      }),
    ],
    [
      "no event of the release",
      "audit/release.json",
      "It does not show the event of this release, and does not say why.",
      inJson("audit/release.json", (made) => {
        made.event = null;
      }),
    ],
    [
      "a sign-off without its event",
      "C-1-1",
      "A sign-off is not shown from the record, and nothing says why.",
      inJson(SIGNED, (claim) => {
        claim.signOffs[0].event = null;
      }),
    ],
    [
      "other people in the claim set",
      "C-1-1",
      "The claim set tells of other sign-offs.",
      inJson(SET, (set) => {
        set.claims[0].signOffs[0].memberId = "somebody";
      }),
    ],
    [
      "another document",
      "evidence.json",
      "Its documents are not those of the claim set.",
      inJson("evidence.json", ({ documents }) => {
        documents[0].sha256 = "0".repeat(64);
      }),
    ],
    [
      "the event of another release",
      "audit/release.json",
      "The event that it shows is not of this release.",
      inJson("manifest.json", ({ release }) => {
        release.number = 3;
      }),
    ],
    [
      "a record that was rewritten since the release before",
      "audit/release.json",
      "it was rewritten.",
      inJson("audit/release.json", ({ earlier }) => {
        earlier.path.reverse();
      }),
    ],
    [
      "a checkpoint of another record",
      "checkpoint.txt",
      "It is not a checkpoint of this record that a key in keys.txt signed.",
      (texts) => {
        const [, size, root] = (texts["checkpoint.txt"] ?? "").split("\n");
        texts["checkpoint.txt"] = signNote(`other.example/assay/1\n${size}\n${root}\n`, desk.signer);
      },
    ],
    [
      "an earlier checkpoint that nobody signed",
      "audit/release.json",
      "The checkpoint of the release before is not signed by a key in keys.txt.",
      inJson("audit/release.json", ({ earlier }) => {
        earlier.checkpoint = earlier.checkpoint.replace("— ", "- ");
      }),
    ],
    [
      "a file that is no JSON",
      "evidence.json",
      "It is missing, or cannot be read.",
      (texts) => {
        texts["evidence.json"] = "{";
      },
    ],
  ])("[PR11] %s: the verifier names it", (_what, item, words, change) => {
    const { findings } = verified(forged(change));
    expect(findings).toContainEqual({ item, what: expect.stringContaining(words) });
  });
});

test("[PR11] a later release that does not show how the record of the one before goes on is told, and the first is not", () => {
  const without = inJson("audit/release.json", (made) => {
    made.earlier = null;
  });
  const words = "record of the release before goes on in this one is not shown";
  expect(reportWords(verified(bundle))).not.toContain(words);
  expect(reportWords(verified(forged(without)))).toContain(words);
});

test("[PR11] a file that holds something else than it should is named, whatever it holds", () => {
  const files = ["audit/release.json", SIGNED, TOLD, "evidence.json", SET, "keys.txt", "checkpoint.txt"];
  for (const name of files)
    for (const text of ["null", "[]", "{}", "0", '""', "[null]", '{"files":{}}']) {
      const items = verified(forged((texts) => Object.assign(texts, { [name]: text }))).findings.map(
        ({ item }) => item,
      );
      expect(items.length, `${name}: ${text}`).toBeGreaterThan(0);
    }
  for (const manifest of ["null", "[]", "{}", "0", '""', "true"]) {
    const stored = [["manifest.json", { packed: null, read: () => Buffer.from(manifest) }]] as const;
    const report = verifyBundle({ files: new Map(stored), findings: [], isArchive: true });
    expect(report.findings, manifest).toContainEqual(expect.objectContaining({ item: "manifest.json" }));
  }
});

test("[PR11] a claim that only the person stands behind who changed it last is named", async () => {
  const own = testDesk();
  const [ana, bo] = [own.member("Ana", "editor"), own.member("Bo", "editor")];
  const claim = caseWithClaim(own, ana, { quorum: 2 });
  claim.rate(ana, "true");
  for (const who of [ana, bo]) claim.sign(who);
  const of = await bundleOf(own, await releaseNow(own, ana));
  await own.close();
  expect(verified(of).findings).toEqual([]);
  const without = (texts: Record<string, string>) => {
    inJson(SIGNED, ({ signOffs }) => signOffs.splice(1))(texts);
    inJson("exports/case-1-counts-v1.json", (set) => {
      set.quorum = 1;
      set.claims[0].signOffs.splice(1);
    })(texts);
  };
  const { findings } = verified(forged(without, { of, signer: own.signer }));
  expect(findings).toContainEqual({
    item: "C-1-1",
    what: "Only the person who changed it last signed it off: nobody verifies alone.",
  });
});

describe("the key", () => {
  const other = signerOf(newPrivateKey(), "desk.example/assay/1");

  test("[PR11] a bundle that another key signed fits by itself, and does not when the desk's key is named", () => {
    const theirs = forged(
      (texts) => {
        texts["keys.txt"] = `${other.line}\n${texts["keys.txt"]}`;
        const [, size, root] = (texts["checkpoint.txt"] ?? "").split("\n");
        texts["checkpoint.txt"] = signNote(`${other.name}\n${size}\n${root}\n`, other);
      },
      { signer: other },
    );
    expect(verified(theirs)).toMatchObject({ key: other.line, isPinned: false });
    expect(reportWords(verified(theirs))).not.toContain("It is the key that you named.");
    expect(verified(theirs, desk.signer.line).findings).toContainEqual({
      item: "signature.txt",
      what: "It is not signed by a key that is trusted here.",
    });
    expect(verified(bundle, desk.signer.line)).toMatchObject({ findings: [], isPinned: true });
  });
});

test("[PR11] what a bundle says cannot command a terminal", () => {
  const titled = inJson("manifest.json", (manifest) => {
    manifest.case.title = "\u001b[2J\u202eevil";
  });
  const words = reportWords(verified(forged(titled)));
  expect(words).toContain("“\ufffd[2J\ufffdevil”");
});
