import type { ClaimSet } from "#domain/claim-set.ts";
import { sampleCard, sampleClaim, sampleSource } from "#server/export/claim-set.fixture.ts";

const text = (words: string) => ({ type: "text" as const, text: words });

const card = sampleCard({
  statement: "Up to 2,400 containers were left on the quay on Monday.",
  verdict: "The union's count includes cold stores that nobody has opened.",
  gaps: "How many of the cold stores were full.",
  claimant: "Dockers' union",
  organisation: "Dockers' union",
  outlet: "Harbour Post",
  mode: "quoted",
  saidWhen: "2026-03-09",
  saidWhenPrecision: "day",
  saidWhere: "press conference",
  scaleId: "three-steps-1",
  ratingId: "mixed",
  labels: ["strike"],
  figures: [{ id: "f1", qualifier: "up_to", value: "2400", upper: "", unit: "containers", asOf: "Monday" }],
  quotes: [
    {
      id: "q1",
      versionId: "v1",
      exact: "up to 2,400",
      prefix: "number was ",
      suffix: ", “including",
      start: 131,
      end: 142,
    },
  ],
  sources: [
    sampleSource("s1", {
      title: "Quay register, sheet 7",
      publisher: "Port authority",
      date: "2026-03-09",
      url: "https://port.example/register/7",
      archivedUrl: "https://archive.example/port/register/7",
      quote: "Lagerbestand am Montag: 300.",
      quoteLanguage: "de",
      locator: "sheet 7",
      stance: "refutes",
      rank: "primary",
    }),
  ],
  rationale: [
    {
      type: "paragraph",
      children: [
        text("The register lists "),
        { type: "text", text: "300", bold: true },
        text(" containers "),
        { type: "citation", sourceId: "s1" },
        text("; it does not count cold stores."),
      ],
    },
  ],
});

/** The claim that docs/exports.md shows in every format. */
export const WORKED_CLAIM: ClaimSet = {
  format: "assay-claim-set",
  formatVersion: 1,
  desk: {
    ...{ name: "Harbour Desk", url: "https://desk.example" },
    methodUrl: "https://harbour.example/how-we-check",
    correctionsUrl: "https://harbour.example/corrections",
  },
  pages: "https://desk.example/published/14",
  case: { number: 14, title: "Harbour strike" },
  release: { number: 2, madeAt: "2026-03-13T16:20:00.000Z", madeBy: "Ana Noori" },
  quorum: 1,
  scale: {
    id: "three-steps-1",
    key: "three-steps",
    version: 1,
    name: "Three steps",
    ratings: [
      { id: "true", label: "True", mark: "true", value: 3, definition: "Accurate." },
      { id: "mixed", label: "Mixed", mark: "mixed", value: 2, definition: "Accurate and inaccurate parts." },
      { id: "false", label: "False", mark: "false", value: 1, definition: "The evidence contradicts it." },
    ],
  },
  documents: [
    {
      versionId: "v1",
      number: 1,
      title: "Two sides, two counts",
      outlet: "Harbour Post",
      originUrl: "https://post.example/harbour",
      publishedOn: "2026-03-10",
      language: "en",
      sha256: "a41f6f2a9c0d4f0c8e5ed1b6a7d3b9a5c1f04e6d2b8a97c3e5f1d0b2a4c609c2",
      capturedAt: "2026-03-10T09:40:00.000Z",
    },
  ],
  claims: [
    sampleClaim("C-14-3", card, {
      changedSince: 1,
      corrections: [
        {
          kind: "correction",
          reference: "C-14-3",
          claimId: "claim-c-14-3",
          what: "Version 1 gave the number of the register as 30.",
          why: "A digit was lost when the sheet was copied.",
          at: "2026-03-13T15:20:00.000Z",
          by: "Ana Noori",
          memberId: "m1",
          releasedBefore: 1,
        },
      ],
      signOffs: [
        {
          memberId: "m2",
          name: "Bo Lindqvist",
          at: "2026-03-13T15:58:00.000Z",
          contentHash: sampleClaim("C-14-3", card).contentHash,
        },
      ],
    }),
  ],
};
