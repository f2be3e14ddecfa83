import type { Db } from "#db/client.ts";
import { capturesOf, versionsOfCase } from "#db/queries/documents.ts";
import type { ReleasedClaim, ReleasedDocument, ReleasedSet } from "#domain/claim-set.ts";
import { lastKept } from "#domain/kept-text.ts";
import { canonical } from "#server/proof/verifier/canonical.js";
import { leavingNames } from "#server/services/leaving-names.ts";

/**
 * What the claims rest on, in JSON: of each document version and each source its hash, its size, when, by whom and from
 * where it was taken, as far as that is known. Of a source it is the text of its page, where the desk had kept that as a document of
 * the case when the release was made; null is what is not known.
 */
export function* evidenceJson(db: Db, caseId: string, { head, claims }: ReleasedSet): Generator<string> {
  const { madeAt } = head.release;
  const capture = capturesUntil(db, madeAt);
  yield '{\n  "documents": ';
  yield* list(documentsOf(head.documents, capture));
  yield ',\n  "sources": ';
  yield* list(sourcesOf(claims(), copiesIn(versionsOfCase(db, caseId), madeAt, capture)));
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

type Captures = ReturnType<typeof capturesUntil>;

/** How large versions are, and who added each: under the name under which they left the desk when the release was made. */
function capturesUntil(db: Db, madeAt: string) {
  const names = leavingNames(db, Date.parse(madeAt));
  return (versionId: string) => {
    const { bytes = null, capturedBy: memberId = "" } = capturesOf(db, versionId) ?? {};
    return { bytes, capturedBy: names.get(memberId) ?? null };
  };
}

function* documentsOf(documents: readonly ReleasedDocument[], capture: Captures) {
  for (const { versionId, number, title, sha256, capturedAt, originUrl } of documents) {
    const { bytes, capturedBy } = capture(versionId);
    yield { versionId, title, version: number, sha256, bytes, capturedAt, capturedBy, from: originUrl || null };
  }
}

type Versions = ReturnType<typeof versionsOfCase>;
type Copy = { sha256: string; bytes: number; capturedAt: string; capturedBy: string | null };
const NO_COPY = { sha256: null, bytes: null, capturedAt: null, capturedBy: null };

/** What the desk kept of an address until a moment: what it keeps later is not what the release rests on. */
function copiesIn(versions: Versions, until: string, capture: Captures): (address: string) => Copy | null {
  const kept = versions.filter((one) => one.capturedAt <= Date.parse(until));
  const find = lastKept(kept.sort((one, other) => one.capturedAt - other.capturedAt || (one.id < other.id ? -1 : 1)));
  return (address) => {
    const found = find(address);
    if (!found) return null;
    const { id, sha256, bytes, capturedAt } = found;
    const { capturedBy } = capture(id);
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
