import { openStorage, type Storage } from "#db/client.ts";
import { FIRST_HASH } from "#server/proof/chain.ts";
import { makeCheckpoint } from "#server/proof/checkpoints.ts";
import { openSigner } from "#server/proof/keys.ts";
import { inclusionPath } from "#server/proof/merkle-tree.ts";
import { recordTree } from "#server/proof/record-tree.ts";
import { commitmentOf, entryHash, openingOf } from "#server/proof/verifier/event.js";
import { verifyRecord } from "#server/proof/verify-record.ts";
import type { Verdict } from "../results.ts";

/** A million within ten seconds. */
const EVENTS_PER_SECOND = 100_000;

/** How long it takes to verify a long record as a whole, and to prove one event of it. */
export async function verifying(events: number): Promise<Verdict[]> {
  const storage = openStorage(":memory:");
  const place = { read: () => null, write: () => {} };
  const signer = openSigner(storage.db, { place, origin: "http://localhost:3000", at: 0 });
  fill(storage, events);
  const first = seconds(() => makeCheckpoint(storage.db, { signers: [signer], at: 0 }));
  const again = seconds(() => makeCheckpoint(storage.db, { signers: [signer], at: 0 }));
  const proof = seconds(() => inclusionPath(recordTree(storage.db), Math.floor(events / 3), events));
  let findings: string[] = [];
  const whole = seconds(() => {
    findings = verifyRecord(storage.db).findings;
  });
  storage.close();
  const times = `a first checkpoint ${first.toFixed(1)} s, the next ${ms(again)}, a path ${ms(proof)}`;
  const within = events / EVENTS_PER_SECOND;
  const promise = `${events.toLocaleString("en")} events of the record are verified within ${within} s`;
  return [{ promise, figure: `${whole.toFixed(1)} s; ${times}`, held: whole <= within && findings.length === 0 }];
}

const ms = (took: number) => `${(took * 1_000).toFixed(1)} ms`;

/** In the processor's time, so that what else runs on the machine does not count. */
function seconds(run: () => unknown): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
}

/** Writes the events as `record` does, in one transaction. */
function fill({ sqlite }: Storage, count: number): void {
  const insert = sqlite.prepare(
    "insert into audit_events (seq, type, actor_id, case_id, claim_id, body, at, previous_hash, hash, version, salt, commitment) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 2, ?, ?)",
  );
  const last = sqlite.prepare("select seq, hash from audit_events order by seq desc limit 1").get() as
    | { seq: number; hash: string }
    | undefined;
  let previousHash = last?.hash ?? FIRST_HASH;
  const heading = {
    type: "review.signed_off",
    actorId: "m".repeat(36),
    caseId: "k".repeat(36),
    claimId: "c".repeat(36),
  };
  const body = `{"complete":true,"contentHash":"${"0".repeat(64)}","lastEditorId":"${"e".repeat(36)}","quorum":2}`;
  sqlite.transaction(() => {
    for (let seq = (last?.seq ?? 0) + 1; seq <= count; seq++) {
      const salt = seq.toString(16).padStart(64, "0");
      const commitment = commitmentOf(salt, openingOf(heading, body));
      const hash = entryHash({ seq, at: seq, commitment, previousHash });
      const { type, actorId, caseId, claimId } = heading;
      insert.run(seq, type, actorId, caseId, claimId, body, seq, previousHash, hash, salt, commitment);
      previousHash = hash;
    }
  })();
}
