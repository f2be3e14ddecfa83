import type { Db } from "#db/client.ts";
import { capturesOf } from "#db/queries/documents.ts";
import type { ReleasedClaim, ReleasedDocument, ReleasedSet } from "#domain/claim-set.ts";
import { canonical } from "#server/proof/verifier/canonical.js";

/**
 * What the claims rest on, in JSON: of each document version and each source its hash, its size, when, by whom and from
 * where it was taken, as far as that is known. Null is what is not known: of a source the desk keeps the address and no copy.
 */
export function* evidenceJson(db: Db, { head, claims }: ReleasedSet): Generator<string> {
  yield '{\n  "documents": ';
  yield* list(documentsOf(db, head.documents));
  yield ',\n  "sources": ';
  yield* list(sourcesOf(claims()));
  yield "\n}\n";
}

function* list(entries: Iterable<unknown>): Generator<string> {
  let before = "[\n    ";
  for (const entry of entries) {
    yield before + canonical(entry);
    before = ",\n    ";
  }
  yield before.startsWith("[") ? "[]" : "\n  ]";
}

function* documentsOf(db: Db, documents: readonly ReleasedDocument[]) {
  for (const { versionId, number, title, sha256, capturedAt, originUrl } of documents) {
    const { bytes = null, capturedBy = null } = capturesOf(db, versionId) ?? {};
    yield { versionId, title, version: number, sha256, bytes, capturedAt, capturedBy, from: originUrl || null };
  }
}

function* sourcesOf(claims: Iterable<ReleasedClaim>) {
  for (const { reference, card } of claims)
    for (const { id, title, url, archivedUrl, protected: isProtected } of card.sources)
      if (!isProtected) {
        const copy = { sha256: null, bytes: null, capturedAt: null, capturedBy: null };
        yield { claim: reference, source: id, title, from: url || null, archived: archivedUrl || null, ...copy };
      }
}
