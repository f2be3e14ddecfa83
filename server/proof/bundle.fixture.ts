import { caseByNumber } from "#db/queries/cases.ts";
import { releaseByNumber } from "#db/queries/releases.ts";
import type { Member } from "#server/context.ts";
import type { Release } from "#server/proof/bundle-parts.ts";
import { createSeals } from "#server/proof/seal.ts";
import { type Key, readKey } from "#server/proof/verifier/note.js";
import { readArchive } from "#server/proof/verifier/zip.js";
import type { TestDesk } from "#server/testing/desk.ts";
import { releaseAll } from "#server/testing/release-all.ts";

/** Releases what is ready in a case. Returns the stored release. */
export async function releaseNow(desk: TestDesk, editor: Member, caseNumber = 1): Promise<Release> {
  const number = await releaseAll(desk, editor, caseNumber);
  const release = releaseByNumber(desk.db, caseByNumber(desk.db, caseNumber)?.id ?? "", number);
  if (!release) throw new Error("What was released is not there.");
  return release;
}

export const sealsOf = ({ db, clock, signer }: Pick<TestDesk, "db" | "clock" | "signer">) =>
  createSeals({ db, signer, now: () => clock.now });

/** The bundle of a release, as it is downloaded. */
export async function bundleOf(desk: Pick<TestDesk, "db" | "clock" | "signer">, release: Release): Promise<Buffer> {
  const seals = sealsOf(desk);
  return Buffer.concat([...seals.pieces(release, await seals.seal(release))]);
}

/** What is in it, by name. */
export function filesIn(bundle: Buffer): Record<string, Buffer> {
  const { files, findings } = readArchive(bundle);
  if (findings.length > 0) throw new Error(`This is no bundle: ${findings[0]?.what}`);
  return Object.fromEntries([...files].map(([name, { read }]) => [name, read()]));
}

/** The same as texts. */
export function textsIn(bundle: Buffer): Record<string, string> {
  return Object.fromEntries(Object.entries(filesIn(bundle)).map(([name, content]) => [name, content.toString()]));
}

export function keyIn(line: string): Key {
  const key = readKey(line);
  if (!key) throw new Error(`${line} is no key.`);
  return key;
}
