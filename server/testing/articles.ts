import { ARTICLE, once, testDesk } from "#server/testing/desk.ts";

/** A desk with Ana, who edits, and a case of hers without documents; and how she adds and reads them there. */
export function deskWithoutDocuments() {
  const desk = testDesk();
  const { cases, documents } = desk.services;
  const ana = desk.member("Ana", "editor");
  const choices = { title: "Counts", scaleId: null, quorum: 1, restricted: false, memberIds: [] };
  const { number: caseNumber } = cases.create(ana, { ...choices, ...once() });
  return {
    ...{ desk, ana, caseNumber },
    add: (given: Partial<typeof ARTICLE> = {}) =>
      documents.add(ana, caseNumber, { ...ARTICLE, ...given, ...once() }).documentId,
    addVersion: (documentId: string, text: string) =>
      documents.addVersion(ana, caseNumber, documentId, { ...ARTICLE, text, ...once() }),
    read: (documentId: string, version?: number) => documents.read(ana, caseNumber, documentId, version),
  };
}

export type DeskWithoutDocuments = ReturnType<typeof deskWithoutDocuments>;
