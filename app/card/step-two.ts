import * as encoding from "lib0/encoding";
import * as sync from "y-protocols/sync";
import * as Y from "yjs";
import { LIMITS } from "#domain/limits.ts";
import { MESSAGE } from "#domain/protocol.ts";

/** What is written around an update in a frame, at most. */
const AROUND = 16;

/**
 * The frames that bring the server what it lacks: one Step2, as the stock client sends it. When that is more than the
 * server takes in one message, the unsent edits in as few messages as hold them, in the order in which they were made.
 */
export function answerStepOne(doc: Y.Doc, known: Uint8Array, unsent: readonly Uint8Array[]): Uint8Array[] {
  const whole = Y.encodeStateAsUpdate(doc, known);
  if (whole.length <= LIMITS.message - AROUND || unsent.length === 0) return [frame(sync.messageYjsSyncStep2, whole)];
  const pieces = gather(unsent.map((update) => Y.diffUpdate(update, known)));
  return pieces.map((piece, at) => frame(at === 0 ? sync.messageYjsSyncStep2 : sync.messageYjsUpdate, piece));
}

/** The same updates in as few pieces as the server takes. */
export function gather(updates: readonly Uint8Array[]): Uint8Array[] {
  const groups: Uint8Array[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const update of updates) {
    size += update.length;
    if (size > LIMITS.message - AROUND) {
      groups.push([]);
      size = update.length;
    }
    groups.at(-1)?.push(update);
  }
  return groups.map((group) => Y.mergeUpdates(group));
}

function frame(kind: number, update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}
