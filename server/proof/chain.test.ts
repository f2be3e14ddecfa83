import { afterEach, beforeEach, expect, test } from "vitest";
import { openStorage, type Storage } from "#db/client.ts";
import { eventBySeq, type StoredEvent } from "#db/queries/audit.ts";
import { canonicalJson, sha256Hex } from "#domain/content.ts";
import { FIRST_HASH, firstBrokenEvent } from "#server/proof/chain.ts";
import { canonical } from "#server/proof/verifier/canonical.js";
import { commitmentOf, entryHash, openingOf } from "#server/proof/verifier/event.js";
import { record } from "#server/services/audit.ts";

let storage: Storage;

beforeEach(() => {
  storage = openStorage(":memory:");
});

afterEach(() => storage.close());

const lastSeq = () => Number(storage.sqlite.prepare("select max(seq) from audit_events").pluck().get());
const event = (seq: number): StoredEvent => {
  const found = eventBySeq(storage.db, seq);
  if (!found) throw new Error(`There is no event ${seq}.`);
  return found;
};

/** One event as a desk wrote it before there were commitments. */
function recordByFirstRule(body: Record<string, unknown>): void {
  const seq = lastSeq();
  const previousHash = seq === 0 ? FIRST_HASH : event(seq).hash;
  const row = { type: "case.created", actorId: "m-1", caseId: "k-1", claimId: null, body, at: 1_000 };
  const hash = sha256Hex(canonicalJson({ ...row, previousHash }));
  storage.sqlite
    .prepare(
      "insert into audit_events (type, actor_id, case_id, body, at, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?)",
    )
    .run(row.type, row.actorId, row.caseId, JSON.stringify(body), row.at, previousHash, hash);
}

test("[PR1] two events that say the same have nothing in common for whoever does not know their salts", () => {
  for (const at of [1, 2]) record(storage.db, { type: "member.signed_in", actorId: "m-1", at });
  const [one, other] = [event(1), event(2)];
  expect(one.body).toBe(other.body);
  expect(one.salt).toMatch(/^[0-9a-f]{64}$/);
  expect(one.salt).not.toBe(other.salt);
  expect(one.commitment).not.toBe(other.commitment);
});

test("[PR1] one event is shown alone: its salt and what it says give the commitment that the chain holds", () => {
  const said = { title: "“Nought” \u2028 🌊", Z: [1, { b: 0.1, a: null }], é: "e\u0301" };
  record(storage.db, {
    type: "case.created",
    actorId: "m-1",
    caseId: "k-1",
    body: { ...said, left: undefined },
    at: 5,
  });
  record(storage.db, { type: "member.signed_in", actorId: "m-1", at: 6 });
  const { salt, commitment, hash, previousHash, body } = event(1);
  expect(JSON.parse(body)).toEqual(said);
  const heading = { type: "case.created", actorId: "m-1", caseId: "k-1", claimId: null };
  expect(openingOf(heading, body)).toBe(canonical({ ...heading, body: said }));
  expect(commitmentOf(salt ?? "", openingOf(heading, canonical(said)))).toBe(commitment);
  expect(entryHash({ seq: 1, at: 5, commitment: commitment ?? "", previousHash })).toBe(hash);
  expect(event(2).previousHash).toBe(hash);
});

test("[PR1] events from before the commitments stay valid under their own rule, and the chain goes on from them", () => {
  recordByFirstRule({ title: "e\u0301", 10: "ten", 9: "nine" });
  recordByFirstRule({});
  record(storage.db, { type: "member.signed_in", actorId: "m-1", at: 2_000 });
  expect([1, 2, 3].map((seq) => event(seq).version)).toEqual([1, 1, 2]);
  expect(firstBrokenEvent(storage.db)).toBeNull();
  storage.sqlite.exec("drop trigger audit_events_no_update; update audit_events set body = '{}' where seq = 1");
  expect(firstBrokenEvent(storage.db)).toBe(1);
});
