import { z } from "zod";
import { notFound } from "#domain/errors.ts";
import { EXAMPLE } from "#server/api/examples.ts";
import { FileAnswer, inCase, inRelease, operation } from "#server/api/operation.ts";
import { pageFrom, pageOf, pageQuery } from "#server/api/pages.ts";
import { nextReleaseShape, readyShape, releaseShape } from "#server/api/shapes.ts";
import { toNextRelease, toRelease } from "#server/api/views.ts";
import type { Member } from "#server/context.ts";
import { EXPORT_FORMATS } from "#server/export/index.ts";
import type { Services } from "#server/services/index.ts";

const file = inRelease.extend({
  format: z
    .string()
    .max(40)
    .describe(`One of: ${EXPORT_FORMATS.map(({ id }) => id).join(", ")}.`),
});
const wanted = z.union([
  z.object({ seen: z.string().max(100).describe("`seen` of `readNextRelease`: everything that it said is ready.") }),
  z.object({
    ready: z.array(readyShape).min(1).max(100_000).describe("All that `readNextRelease` said is ready, of every page."),
  }),
]);

export const releaseOperations = (origin: string) => [
  operation({
    ...{ id: "listReleases", method: "get", path: "/cases/{case}/releases", room: "Releases", scope: "read" },
    summary: "The releases of a case, by number",
    params: inCase,
    query: pageQuery,
    example: { query: { limit: 20 } },
    answer: pageOf(releaseShape),
    run: ({ services, actor, params, query }) => {
      const all = services.releases.list(actor, params.case).sort((a, b) => a.number - b.number);
      const { items, next } = pageFrom(all, query, (one) => one.number);
      return { items: items.map((one) => toRelease(origin, params.case, one)), next };
    },
  }),
  operation({
    ...{ id: "readNextRelease", method: "get", path: "/cases/{case}/releases/next", room: "Releases", scope: "read" },
    summary: "What a release would hold now, and what blocks the rest",
    params: inCase,
    query: pageQuery,
    example: { query: { limit: 200 } },
    answer: nextReleaseShape,
    run: async ({ services, actor, params, query }) =>
      toNextRelease(await services.releases.preflight(actor, params.case), query),
  }),
  operation({
    ...{ id: "makeRelease", method: "post", path: "/cases/{case}/releases", room: "Releases", scope: "release" },
    summary: "Freezes what is ready; refused when that is no longer what was seen",
    params: inCase,
    body: wanted,
    example: { body: { seen: EXAMPLE.seen } },
    answer: releaseShape,
    status: 201,
    run: async ({ services, actor, params, body, once }) => {
      const expected = "seen" in body ? body.seen : await namedReady(services, actor, params.case, body.ready);
      const { number } = await services.releases.make(actor, params.case, { expected, once });
      return toRelease(origin, params.case, releaseNumbered(services, actor, params.case, number));
    },
  }),
  operation({
    ...{ id: "readRelease", method: "get", path: "/cases/{case}/releases/{release}", room: "Releases", scope: "read" },
    summary: "One release",
    params: inRelease,
    answer: releaseShape,
    run: ({ services, actor, params }) =>
      toRelease(origin, params.case, releaseNumbered(services, actor, params.case, params.release)),
  }),
  operation({
    ...{ id: "readFile", method: "get", path: "/cases/{case}/releases/{release}/files/{format}", room: "Releases" },
    ...{ scope: "read", summary: "A release as a file; always the same bytes" },
    params: file,
    run: ({ services, actor, params }) =>
      new FileAnswer(services.releases.file(actor, params.case, params.release, params.format)),
  }),
  operation({
    ...{ id: "readBundle", method: "get", path: "/cases/{case}/releases/{release}/bundle", room: "Releases" },
    ...{ scope: "read", summary: "A release in every format with its proofs, as one zip file; always the same bytes" },
    params: inRelease,
    run: async ({ services, actor, params }) =>
      new FileAnswer(await services.bundles.file(actor, params.case, params.release)),
  }),
];

async function namedReady(
  services: Services,
  actor: Member,
  caseNumber: number,
  named: readonly z.output<typeof readyShape>[],
) {
  const { ready } = await services.releases.preflight(actor, caseNumber);
  const ids = new Map(ready.map((one) => [one.number, one.claimId]));
  return named.map(({ claim, contentHash }) => ({ claimId: ids.get(claim) ?? "", contentHash }));
}

function releaseNumbered(services: Services, actor: Member, caseNumber: number, number: number) {
  const found = services.releases.list(actor, caseNumber).find((one) => one.number === number);
  if (!found) throw notFound("release");
  return found;
}
