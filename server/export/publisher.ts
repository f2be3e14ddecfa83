import type { ReleaseHead } from "#domain/claim-set.ts";
import { webAddress } from "#server/export/claim-facts.ts";
import { given } from "#server/export/json-ld.ts";

/** The desk as schema.org names an organisation. */
export function publisher({ desk }: ReleaseHead): Record<string, unknown> {
  return given({
    "@type": "Organization",
    name: desk.name,
    url: webAddress(desk.url),
    publishingPrinciples: webAddress(desk.methodUrl ?? ""),
    correctionsPolicy: webAddress(desk.correctionsUrl ?? ""),
  });
}
