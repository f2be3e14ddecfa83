import { afterEach, beforeEach, expect, test } from "vitest";
import { openStorage, type Storage } from "#db/client.ts";
import { eventBySeq } from "#db/queries/audit.ts";
import { makeCheckpoint } from "#server/proof/checkpoints.ts";
import { openSigner } from "#server/proof/keys.ts";
import { newPrivateKey, type Signer, signerOf } from "#server/proof/signer.ts";
import { entryHash } from "#server/proof/verifier/event.js";
import { verifyRecord } from "#server/proof/verify-record.ts";
import { withhold } from "#server/proof/withhold.ts";
import { record } from "#server/services/audit.ts";

let storage: Storage;
let signer: Signer;

beforeEach(() => {
  storage = openStorage(":memory:");
  const place = { read: () => null, write: () => {} };
  signer = openSigner(storage.db, { place, origin: "https://desk.example", at: 0 });
  happen(6);
});

afterEach(() => storage.close());

const happen = (count: number) => {
  for (let i = 0; i < count; i++) record(storage.db, { type: "member.signed_in", actorId: "m-1", at: i });
};
const checkpoint = (by = signer) => makeCheckpoint(storage.db, { signers: [by], at: 0 });
const findings = (...kept: string[]) =>
  verifyRecord(storage.db, { kept: kept.map((note) => ({ what: "The kept checkpoint", note })) }).findings;

/** What somebody with the whole server can do: change an event and compute the chain anew from there on. */
function rewriteFrom(seq: number): void {
  storage.sqlite.exec("drop trigger if exists audit_events_no_update");
  const last = Number(storage.sqlite.prepare("select max(seq) from audit_events").pluck().get());
  const save = storage.sqlite.prepare("update audit_events set at = ?, previous_hash = ?, hash = ? where seq = ?");
  let previousHash = eventBySeq(storage.db, seq - 1)?.hash ?? "";
  for (let at = seq; at <= last; at++) {
    const event = eventBySeq(storage.db, at);
    if (!event?.commitment) throw new Error(`There is no event ${at} to rewrite.`);
    const entry = { seq: at, at: event.at + 1, commitment: event.commitment, previousHash };
    previousHash = entryHash(entry);
    save.run(entry.at, entry.previousHash, previousHash, at);
  }
}

test("[PR7] a whole record with its checkpoints is verified, also where something is withheld", () => {
  checkpoint();
  happen(3);
  withhold(storage.db, { seq: 4, reason: "Order of a court", at: 9 });
  const note = checkpoint();
  const kept = [{ what: "The kept checkpoint", note }];
  expect(verifyRecord(storage.db, { kept })).toEqual({ events: 11, withheld: 1, checkpoints: 3, findings: [] });
});

test("[PR7] the first event that was changed is named", () => {
  storage.sqlite.exec("drop trigger audit_events_no_update; update audit_events set at = 99 where seq = 3");
  expect(findings()).toEqual(["Event 3 does not fit the one before it, or not what it says."]);
});

test("[PR7] a record that was rewritten so that its chain fits is found by the checkpoints, its own and kept ones", () => {
  const note = checkpoint();
  happen(2);
  rewriteFrom(5);
  const wrong = "tells another root of the first 7 events than the record gives.";
  expect(findings(note)).toEqual([`Checkpoint 1 ${wrong}`, `The kept checkpoint ${wrong}`]);
  storage.sqlite.exec("drop trigger audit_checkpoints_no_delete; delete from audit_checkpoints");
  expect(findings()).toEqual([]);
  expect(findings(note)).toEqual([`The kept checkpoint ${wrong}`]);
});

test("[PR7] a record that lost its end is found by a checkpoint of the longer one", () => {
  const note = checkpoint();
  storage.sqlite.exec("drop trigger audit_events_no_delete; delete from audit_events where seq > 5");
  expect(findings(note)).toEqual([
    "Checkpoint 1 tells of 7 events; the record has 5.",
    "The kept checkpoint tells of 7 events; the record has 5.",
  ]);
});

test("[PR7] a checkpoint that no key of the desk signed is a finding, and so is what is none", () => {
  const forged = checkpoint(signerOf(newPrivateKey(), signer.name));
  expect(findings(forged, "hello")).toEqual([
    "Checkpoint 1 is not signed by a key of this desk.",
    "The kept checkpoint is not signed by a key of this desk.",
    "The kept checkpoint is not signed by a key of this desk.",
  ]);
});

test("[PR7] an event that is withheld without a word about it is named", () => {
  storage.sqlite.exec("update audit_events set body = '{}', salt = null, withheld = 'x' where seq = 2");
  expect(findings()).toEqual(["Event 2 is withheld, and no event says so."]);
});
