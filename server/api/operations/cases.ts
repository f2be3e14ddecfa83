import { z } from "zod";
import { inCase, operation } from "#server/api/operation.ts";
import { pageFrom, pageOf, pageQuery } from "#server/api/pages.ts";
import { caseShape, documentShape, person, versionShape } from "#server/api/shapes.ts";
import { people, toCase, toDocument, toVersion } from "#server/api/views.ts";

const onDocument = inCase.extend({ document: z.string().max(64).describe("Id of the document.") });
const version = z.object({
  version: z.coerce.number().int().min(1).optional().describe("Which version; without it the newest."),
});
const pasted = z.object({
  title: z.string().describe("As its outlet printed it."),
  text: z.string().describe("Kept exactly, letter for letter."),
  originUrl: z.string().default(""),
  outlet: z.string().default(""),
  publishedOn: z.string().max(40).default(""),
  language: z.string().default("").describe("A name or a BCP 47 tag."),
});

export const caseOperations = (origin: string) => [
  operation({
    ...{ id: "listMembers", method: "get", path: "/members", room: "Desk", scope: "read" },
    summary: "The people of the desk",
    answer: pageOf(person),
    run: ({ services, actor }) => people(services.members.colleagues(actor)),
  }),
  operation({
    ...{ id: "listCases", method: "get", path: "/cases", room: "Cases", scope: "read" },
    summary: "The cases that are open to the token's member",
    query: pageQuery,
    example: { query: { limit: 50 } },
    answer: pageOf(caseShape),
    run: ({ services, actor, query }) => {
      const all = services.cases.list(actor).sort((a, b) => a.number - b.number);
      const { items, next } = pageFrom(all, query, (one) => one.number);
      return { items: items.map((one) => toCase(origin, one)), next };
    },
  }),
  operation({
    ...{ id: "listDocuments", method: "get", path: "/cases/{case}/documents", room: "Documents", scope: "read" },
    summary: "The articles and transcripts under check in a case",
    params: inCase,
    answer: pageOf(documentShape),
    run: ({ services, actor, params }) => {
      const { documents } = services.cases.open(actor, params.case, { isVisit: false });
      return { items: documents.map((one) => toDocument(origin, params.case, one)), next: null };
    },
  }),
  operation({
    ...{ id: "readDocument", method: "get", path: "/cases/{case}/documents/{document}", room: "Documents" },
    ...{ scope: "read", summary: "One version of a document, with its text" },
    params: onDocument,
    query: version,
    example: { query: { version: 1 } },
    answer: versionShape,
    run: ({ services, actor, params, query }) =>
      toVersion(services.documents.read(actor, params.case, params.document, query.version)),
  }),
  operation({
    ...{ id: "addDocument", method: "post", path: "/cases/{case}/documents", room: "Documents", scope: "write" },
    summary: "Adds a document; its text is locked",
    params: inCase,
    body: pasted,
    example: {
      body: {
        ...{ title: "Harbour strike: two counts", outlet: "Harbour Post", originUrl: "https://example.org/harbour" },
        ...{ text: "The union said up to 2,400 containers were left on the quay.", language: "en" },
        publishedOn: "2026-03-09",
      },
    },
    answer: versionShape,
    status: 201,
    run: ({ services, actor, params, body, once }) => {
      const { documentId } = services.documents.add(actor, params.case, { ...body, once });
      return toVersion(services.documents.read(actor, params.case, documentId, 1));
    },
  }),
];
