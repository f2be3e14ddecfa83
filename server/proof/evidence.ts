import type { Db } from "#db/client.ts";
import { capturesOf, versionsOfCase } from "#db/queries/documents.ts";
import type { ReleasedClaim, ReleasedDocument, ReleasedSet } from "#domain/claim-set.ts";
import { lastKept } from "#domain/kept-text.ts";
import { canonical } from "#server/proof/verifier/canonical.js";

/**
 * What the claims rest on, in JSON: of each document version and each source its hash, its size, when, by whom and from
 * where it was taken, as far as that is known. Of a source it is the text of its page, where the desk had kept that as a document of
 * the case when the release was made; null is what is not known.
 */
export function* evidenceJson(db: Db, caseId: string, { head, claims }: ReleasedSet): Generator<string> {
  yield '{\n  "documents": ';
  yield* list(documentsOf(db, head.documents));
  yield ',\n  "sources": ';
  yield* list(sourcesOf(claims(), copiesIn(db, caseId, head.release.madeAt)));
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

type Copy = { sha256: string; bytes: number; capturedAt: string; capturedBy: string | null };
const NO_COPY = { sha256: null, bytes: null, capturedAt: null, capturedBy: null };

/** What the desk kept of an address until a moment: what it keeps later is not what the release rests on. */
function copiesIn(db: Db, caseId: string, until: string): (address: string) => Copy | null {
  const kept = versionsOfCase(db, caseId).filter((one) => one.capturedAt <= Date.parse(until));
  const find = lastKept(kept.sort((one, other) => one.capturedAt - other.capturedAt || (one.id < other.id ? -1 : 1)));
  return (address) => {
    const found = find(address);
    if (!found) return null;
    const { id, sha256, bytes, capturedAt } = found;
    const { capturedBy = null } = capturesOf(db, id) ?? {};
    return { sha256, bytes, capturedAt: new Date(capturedAt).toISOString(), capturedBy };
  };
}

function* sourcesOf(claims: Iterable<ReleasedClaim>, copyOf: ReturnType<typeof copiesIn>) {
  for (const { reference, card } of claims)
    for (const { id, title, url, archivedUrl, protected: isProtected } of card.sources)
      if (!isProtected) {
        const copy = copyOf(url) ?? NO_COPY;
        yield { claim: reference, source: id, title, from: url || null, archived: archivedUrl || null, ...copy };
      }
}
