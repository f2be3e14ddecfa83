import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { expect, test } from "vitest";
import { openStorage } from "#db/client.ts";
import { releaseByNumber, releasesOf } from "#db/queries/releases.ts";
import type { ClaimSet } from "#domain/claim-set.ts";
import { canonicalJson, sha256Hex } from "#domain/content.ts";
import {
  HOSTILE_TEXTS,
  released,
  SAMPLE_CLAIM_SET,
  sampleCard,
  sampleClaim,
} from "#server/export/claim-set.fixture.ts";
import { claimSetHash } from "#server/export/claim-set-hash.ts";
import { EXPORT_FORMATS, exportRelease } from "#server/export/index.ts";
import { readFile } from "#server/export/read-file.fixture.ts";
import { releasedSet } from "#server/services/released-set.ts";

/** More claims than one page, some with texts that are hard to store. */
const LONG: ClaimSet = {
  ...SAMPLE_CLAIM_SET,
  claims: Array.from({ length: 230 }, (_, at) =>
    sampleClaim(`C-14-${at + 1}`, sampleCard({ statement: `${at} ${HOSTILE_TEXTS[at % HOSTILE_TEXTS.length]}\ud800` })),
  ),
};

test("[FM1] a desk whose releases were stored whole finds them as they were, to the byte", () => {
  const folder = mkdtempSync(join(tmpdir(), "assay-releases-"));
  const file = join(folder, "assay.sqlite");
  const sets = [SAMPLE_CLAIM_SET, LONG];
  try {
    storedWhole(folder, file, sets);
    const { db, sqlite, close } = openStorage(file);
    for (const [at, set] of sets.entries()) {
      const release = releaseByNumber(db, "c", at + 1);
      if (!release) throw new Error("The release is gone.");
      const stored = releasedSet(db, release);
      expect({ ...stored.head, claims: [...stored.claims()] }).toEqual(set);
      expect(release.sha256).toBe(claimSetHash(stored));
      for (const { id } of EXPORT_FORMATS)
        expect(readFile(exportRelease(stored, id))).toBe(readFile(exportRelease(released(set), id)));
    }
    expect(releasesOf(db, "c").map(({ number, claims }) => [number, claims])).toEqual([
      [2, 230],
      [1, 3],
    ]);
    for (const change of ["delete from release_claims", "update releases set head = ''", "delete from releases"])
      expect(() => sqlite.exec(change)).toThrow(/^immutable: /);
    close();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** A file as the migrations before left it, with these releases in it. */
function storedWhole(folder: string, file: string, sets: readonly ClaimSet[]): void {
  const migrations = join(folder, "migrations");
  cpSync(fileURLToPath(new URL("../../db/migrations", import.meta.url)), migrations, { recursive: true });
  const journal = JSON.parse(readFileSync(join(migrations, "meta/_journal.json"), "utf8"));
  const at = journal.entries.findIndex(({ tag }: { tag: string }) => tag.endsWith("_release_by_claim"));
  const entries = journal.entries.slice(0, at);
  writeFileSync(join(migrations, "meta/_journal.json"), JSON.stringify({ ...journal, entries }));
  const sqlite = new Database(file);
  migrate(drizzle(sqlite), { migrationsFolder: migrations });
  sqlite.exec(
    "insert into members (id, email, name, role, colour, created_at) values ('m', 'm@d.invalid', 'M', 'editor', 0, 0)",
  );
  sqlite.exec("insert into cases (id, number, title, created_by, created_at) values ('c', 14, 'C', 'm', 0)");
  const release = sqlite.prepare("insert into releases values (?, 'c', ?, ?, ?, 'm', 0)");
  const known = sqlite.prepare(
    "insert into claims (id, case_id, number, stage, created_by, created_at) values (?, 'c', ?, 'inbox', 'm', 0) on conflict (id) do nothing",
  );
  const claim = sqlite.prepare("insert into release_claims values (?, ?, ?)");
  for (const [place, set] of sets.entries()) {
    const id = `r${place}`;
    release.run(id, place + 1, JSON.stringify(set), sha256Hex(canonicalJson(set)));
    for (const [at, { claimId, contentHash }] of set.claims.entries()) {
      known.run(claimId, place * 1_000 + at);
      claim.run(id, claimId, contentHash);
    }
  }
  sqlite.close();
}
