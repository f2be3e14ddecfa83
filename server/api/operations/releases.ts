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
const wanted = z.object({
  ready: z.array(readyShape).min(1).max(100_000).describe("Exactly what `readNextRelease` said is ready."),
});

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
    answer: nextReleaseShape,
    run: async ({ services, actor, params }) => toNextRelease(await services.releases.preflight(actor, params.case)),
  }),
  operation({
    ...{ id: "makeRelease", method: "post", path: "/cases/{case}/releases", room: "Releases", scope: "release" },
    summary: "Freezes what is ready; refused when that is no longer what was seen",
    params: inCase,
    body: wanted,
    example: { body: { ready: [{ claim: 1, contentHash: EXAMPLE.contentHash }] } },
    answer: releaseShape,
    status: 201,
    run: async ({ services, actor, params, body, once }) => {
      const { ready } = await services.releases.preflight(actor, params.case);
      const ids = new Map(ready.map((one) => [one.number, one.claimId]));
      const expected = body.ready.map(({ claim, contentHash }) => ({ claimId: ids.get(claim) ?? "", contentHash }));
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
];

function releaseNumbered(services: Services, actor: Member, caseNumber: number, number: number) {
  const found = services.releases.list(actor, caseNumber).find((one) => one.number === number);
  if (!found) throw notFound("release");
  return found;
}
