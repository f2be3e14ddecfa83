import fc from "fast-check";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { type Written, type ZipFile, zip } from "#server/export/zip.ts";
import { ARCHIVE, readArchive } from "#server/proof/verifier/zip.js";

type Given = { name: string; content: Uint8Array; isPacked: boolean; pieces?: number };

function archive(given: readonly Given[]): { bytes: Buffer; written: Written[] } {
  const written: Written[] = [];
  function* files(): Generator<ZipFile, void, Written | undefined> {
    for (const { name, content, isPacked, pieces = 1 } of given) {
      const length = Math.ceil(content.length / pieces) || 1;
      const cut = Array.from({ length: pieces }, (_, at) => content.subarray(at * length, (at + 1) * length));
      const told = yield { name, pieces: cut, isPacked };
      if (told) written.push(told);
    }
  }
  return { bytes: Buffer.concat([...zip(files())]), written };
}

const words = Buffer.from("So it was counted. ".repeat(20_000));
const random = Buffer.from(Uint8Array.from({ length: 200_000 }, (_, at) => ((at * 7_919) % 251) ^ (at >> 5)));

test("[PR8] what goes in comes out, and the same files give the same bytes however they come", () => {
  const file = fc.record({ content: fc.uint8Array({ maxLength: 300 }), isPacked: fc.boolean() });
  fc.assert(
    fc.property(fc.array(file, { maxLength: 6 }), fc.integer({ min: 1, max: 9 }), (drawn, pieces) => {
      const given = drawn.map((one, at) => ({ ...one, name: `folder/é-${at}.txt` }));
      const { bytes } = archive(given);
      expect(archive(given.map((one) => ({ ...one, pieces }))).bytes.equals(bytes)).toBe(true);
      const { files, findings } = readArchive(bytes);
      expect(findings).toEqual([]);
      expect([...files].map(([name, { read }]) => [name, [...read()]])).toEqual(
        given.map(({ name, content }) => [name, [...content]]),
      );
    }),
    { numRuns: 60 },
  );
});

test("[PR8] large files too: packed in blocks of one size, not in the pieces in which they come", () => {
  const given = [words, random].map((content, at) => ({ name: `${at}.bin`, content, isPacked: true }));
  const { bytes, written } = archive(given);
  for (const pieces of [2, 7]) expect(archive(given.map((one) => ({ ...one, pieces }))).bytes.equals(bytes)).toBe(true);
  expect(bytes.length).toBeLessThan(words.length);
  expect(written.map(({ size }) => size)).toEqual([words.length, random.length]);
  const contents = [...readArchive(bytes).files.values()].map(({ read }) => read());
  expect([words, random].map((one, at) => contents[at]?.equals(one))).toEqual([true, true]);
});

test("[PR8] the bytes are these, whatever machine writes them", () => {
  const given = [
    { name: "a.txt", content: words, isPacked: true },
    { name: "b.txt", content: Buffer.from("Kept as it is.\n"), isPacked: false },
  ];
  const { written } = archive(given);
  expect(written.map((one) => one.packedSha256)).toEqual([
    "a3ce686262591d5f7de061e8cfa406710dc8dca373babec39ca35e467a7de397",
    null,
  ]);
});

test("[PR8] other programs read it: it is a plain zip file", () => {
  const given = [
    { name: "exports/case-1.csv", content: words, isPacked: true },
    { name: "README.txt", content: Buffer.from("Read me.\n"), isPacked: false },
  ];
  const read = unzipSync(archive(given).bytes);
  for (const { name, content } of given) expect(Buffer.from(read[name] ?? []).equals(content)).toBe(true);
});

test("[PR8] any changed byte is found, but for the very content of a file that is not packed", () => {
  const given = [
    { name: "a.txt", content: Buffer.from("abcabcabcabc ".repeat(9)), isPacked: true },
    { name: "b.txt", content: Buffer.from("Kept as it is.\n"), isPacked: false },
  ];
  const { bytes } = archive(given);
  const whole = readArchive(bytes);
  const contents = (files: typeof whole.files) =>
    [...files].map(([name, { packed, read }]) => [name, (packed ?? read()).toString("hex")]);
  for (let at = 0; at < bytes.length; at++) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
    const { files, findings } = readArchive(changed);
    if (findings.length === 0) expect(contents(files), `byte ${at}`).not.toEqual(contents(whole.files));
    else
      expect(findings.every(({ item }) => [ARCHIVE, "a.txt", "b.txt"].includes(item) || item.length === 5)).toBe(true);
  }
});

test("[PR8] what is no archive, or has something before, between or behind, is said to be none", () => {
  const { bytes } = archive([{ name: "a.txt", content: words, isPacked: true }]);
  for (const wrong of [
    ...[Buffer.alloc(0), Buffer.from("hello"), bytes.subarray(1), bytes.subarray(0, -1)],
    ...[Buffer.concat([bytes, Buffer.from("x")]), Buffer.concat([Buffer.from("x"), bytes])],
  ])
    expect(readArchive(wrong).findings[0]?.item).toBe(ARCHIVE);
});
