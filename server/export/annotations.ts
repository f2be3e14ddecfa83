import type { Quote } from "#domain/card.ts";
import type { ReleasedClaim, ReleasedDocument, ReleasedSet, ReleaseHead } from "#domain/claim-set.ts";
import { claimFacts, releaseUrl, webAddress } from "#server/export/claim-facts.ts";
import { given, scriptJsonList } from "#server/export/json-ld.ts";
import { valid, validHead } from "#server/export/published-schemas.ts";
import { directionOf, languageTag } from "#server/export/safe-text.ts";

/**
 * The claims of a release on the documents in which they stand: a W3C Web Annotation collection of one page. A claim
 * without a quote stands on no document, so it has none. Can only be what docs/annotations.schema.json allows.
 * https://www.w3.org/TR/annotation-model/
 */
export function* annotations({ head, claims }: ReleasedSet): Iterable<string> {
  const anchored = () => Iterator.from(claims()).filter((claim) => targets(head, claim).length > 0);
  yield* scriptJsonList(
    validHead("annotations", collection(head, countOf(anchored())), head),
    anchored().map((claim) => valid("annotation", annotation(head, claim), head, claim)),
  );
}

const countOf = (entries: IteratorObject<unknown>) => entries.reduce((count: number) => count + 1, 0);

function collection(head: ReleaseHead, total: number) {
  const { desk, release } = head;
  const id = addressOf(head);
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id,
    type: "AnnotationCollection",
    label: `${head.case.title}, v${release.number}`,
    created: release.madeAt,
    creator: given({ id: webAddress(desk.url), type: "Organization", name: desk.name }),
    total,
    first: { id: `${id}#page`, type: "AnnotationPage", startIndex: 0, items: [] },
  };
}

const addressOf = (head: ReleaseHead) => `${releaseUrl(head)}/annotations`;

function annotation(head: ReleaseHead, claim: ReleasedClaim) {
  const { url, rating } = claimFacts(head, claim);
  const { statement, verdict, language } = claim.card;
  return {
    id: `${addressOf(head)}#${encodeURIComponent(claim.reference)}`,
    type: "Annotation",
    motivation: "assessing",
    created: head.release.madeAt,
    body: [
      words("describing", statement, language),
      ...(rating ? [words("classifying", rating.label, "")] : []),
      ...(verdict ? [words("assessing", verdict, language)] : []),
      { type: "SpecificResource", source: url, purpose: "linking" },
    ],
    target: targets(head, claim),
  };
}

function words(purpose: string, value: string, language: string) {
  return given({
    type: "TextualBody",
    purpose,
    value,
    format: "text/plain",
    language: languageTag(language),
    textDirection: directionOf(language),
  });
}

function targets({ documents }: ReleaseHead, { card }: ReleasedClaim) {
  return card.quotes.flatMap((quote) => {
    const document = documents.find((one) => one.versionId === quote.versionId);
    return document ? [target(quote, document)] : [];
  });
}

/** The words in the exact text that was captured, which the address may no longer show. */
function target({ exact, prefix, suffix, start, end }: Quote, { originUrl, sha256, capturedAt }: ReleasedDocument) {
  const text = nameOfText(sha256);
  return {
    type: "SpecificResource",
    source: webAddress(originUrl) ?? text,
    state: { type: "TimeState", sourceDate: capturedAt, cached: text },
    selector: [
      { type: "TextQuoteSelector", exact, prefix, suffix },
      { type: "TextPositionSelector", start, end },
    ],
  };
}

/** Names a text by its hash, wherever it is kept (RFC 6920). */
const nameOfText = (sha256: string) => `ni:///sha-256;${Buffer.from(sha256, "hex").toString("base64url")}`;
