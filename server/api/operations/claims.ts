import { z } from "zod";
import { LIMITS } from "#domain/limits.ts";
import { STATUSES } from "#domain/status.ts";
import { EXAMPLE } from "#server/api/examples.ts";
import { type Call, inCase, onClaim, operation } from "#server/api/operation.ts";
import { afterCursor, cursorAt, type PageQuery, pageOf, pageQuery } from "#server/api/pages.ts";
import { placeOf, selector } from "#server/api/selector.ts";
import { cardShape, claimShape, reviewShape } from "#server/api/shapes.ts";
import { toClaim, toClaimWithCard, toReview } from "#server/api/views.ts";
import type { Member } from "#server/context.ts";
import type { ClaimRow } from "#server/services/claim-rows.ts";
import type { Services } from "#server/services/index.ts";

const filters = pageQuery.extend({
  status: z.enum(STATUSES).optional(),
  assignee: z.string().max(64).optional().describe("Id of a member."),
  rating: z.string().max(64).optional().describe("Id of a label on the scale."),
});
type Filters = z.output<typeof filters>;

const newClaim = z.union([
  z.object({ statement: z.string().max(LIMITS.quote).describe("One neutral sentence that can be true or false.") }),
  z.object({
    document: z.string().max(64),
    version: z.number().int().min(1).default(1),
    selector,
  }),
]);

const assignment = z.object({
  assignee: z.string().max(64).nullable().describe("Id of a member, or null for nobody."),
  reviewers: z.array(z.string().max(64)).max(50).describe("Ids of members who are asked to review; not the assignee."),
  dueAt: z.iso.datetime({ offset: true }).nullable(),
});

export const claimOperations = (origin: string) => [
  operation({
    ...{ id: "listClaims", method: "get", path: "/cases/{case}/claims", room: "Claims", scope: "read" },
    summary: "The claims of a case, by number; a page may hold fewer than asked for before the last",
    params: inCase,
    query: filters,
    example: { query: { status: "signed_off", rating: "false" } },
    answer: pageOf(claimShape),
    run: ({ services, actor, params, query }) => {
      const { rows, next } = somePage(services, actor, params.case, query);
      return { items: rows.map((row) => toClaim(origin, params.case, row)), next };
    },
  }),
  operation({
    ...{ id: "readClaim", method: "get", path: "/cases/{case}/claims/{claim}", room: "Claims", scope: "read" },
    summary: "One claim with its card",
    params: onClaim,
    answer: cardShape,
    run: (call) => whole(origin, call),
  }),
  operation({
    ...{ id: "createClaim", method: "post", path: "/cases/{case}/claims", room: "Claims", scope: "write" },
    summary: "Makes a claim from words of a document, or from a statement",
    params: inCase,
    body: newClaim,
    example: {
      body: {
        document: EXAMPLE.document,
        selector: { type: "TextQuoteSelector", exact: "up to 1,100 were moved", prefix: "The union said " },
      },
    },
    answer: cardShape,
    status: 201,
    run: (call) => {
      const claim = make(call).number;
      return whole(origin, { ...call, params: { ...call.params, claim } });
    },
  }),
  operation({
    ...{ id: "assignClaim", method: "put", path: "/cases/{case}/claims/{claim}/assignment", room: "Claims" },
    ...{ scope: "write", summary: "Says who works on a claim, who reviews it, and until when" },
    params: onClaim,
    body: assignment,
    example: { body: { assignee: EXAMPLE.member, reviewers: [], dueAt: "2026-03-12T10:00:00+01:00" } },
    answer: cardShape,
    onVersion: true,
    run: (call) => {
      const { services, actor, params, body, once } = call;
      const { id, version } = services.claims.read(actor, params.case, params.claim);
      const { assignee: assigneeId, reviewers: reviewerIds, dueAt } = body;
      const wanted = { assigneeId, reviewerIds, dueAt: dueAt === null ? null : Date.parse(dueAt), once };
      if (services.claims.wasAssigned(actor, id, wanted)) return whole(origin, call);
      call.demandSeen(whole(origin, call));
      services.claims.assign(actor, id, { ...wanted, version });
      return whole(origin, call);
    },
  }),
  operation({
    ...{ id: "listReviews", method: "get", path: "/cases/{case}/claims/{claim}/reviews", room: "Reviews" },
    ...{ scope: "read", summary: "What reviewers decided on a claim, the latest first. Nobody signs off by a token" },
    params: onClaim,
    answer: pageOf(reviewShape),
    run: ({ services, actor, params }) => {
      const { reviews } = services.claims.read(actor, params.case, params.claim);
      return { items: reviews.map(toReview), next: null };
    },
  }),
];

type OnClaim = Pick<Call<z.output<typeof onClaim>>, "services" | "actor" | "params">;

function whole(origin: string, { services, actor, params }: OnClaim) {
  const claim = services.claims.read(actor, params.case, params.claim);
  const [row] = services.claims.some(actor, params.case, [claim.id]);
  if (!row) throw new Error(`${claim.reference} has no summary.`);
  const { records } = services.corrections.around(actor, params.case, params.claim);
  return toClaimWithCard(origin, params.case, row, claim, records);
}

function make({
  services,
  actor,
  params,
  body,
  once,
}: Call<z.output<typeof inCase>, unknown, z.output<typeof newClaim>>) {
  if ("statement" in body) return services.claims.create(actor, params.case, { ...body, once });
  const { document: documentId, version: versionNumber } = body;
  const { version } = services.documents.read(actor, params.case, documentId, versionNumber);
  const place = placeOf(version.text, body.selector);
  return services.claims.createFromWords(actor, params.case, { documentId, versionNumber, ...place, once });
}

/** At most so many claims are looked at for one page; what is left is the next one's. */
const LOOKED_AT = 1_000;

function somePage(services: Services, actor: Member, caseNumber: number, query: Filters) {
  const { limit, cursor } = query satisfies PageQuery;
  const rows: ClaimRow[] = [];
  let after = afterCursor(cursor);
  for (let looked = 0; looked < LOOKED_AT; ) {
    const page = services.claims.page(actor, caseNumber, { after, limit: Math.max(limit, 100) });
    for (const row of page) {
      after = row.number;
      if (isWanted(row, query)) rows.push(row);
      if (rows.length === limit) break;
    }
    if (page.length === 0) return { rows, next: null };
    if (rows.length === limit) break;
    looked += page.length;
  }
  return { rows, next: cursorAt(after) };
}

const isWanted = ({ status, assignee, ratingId }: ClaimRow, wanted: Filters): boolean =>
  (wanted.status === undefined || status === wanted.status) &&
  (wanted.assignee === undefined || assignee?.id === wanted.assignee) &&
  (wanted.rating === undefined || ratingId === wanted.rating);
