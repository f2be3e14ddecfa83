import { expect, test } from "vitest";
import { readFile } from "#server/import/read-file.ts";
import { referencesIn } from "#server/import/references.ts";

const read = (value: unknown) => readFile(Buffer.from(JSON.stringify(value)));

const graph = [
  {
    ...{ "@type": "ClaimReview", claimReviewed: "one", url: "https://checks.example/one" },
    ...{ author: { "@id": "#desk" }, itemReviewed: { "@type": "Claim", "@id": "#claim" } },
    ...{ reviewRating: { "@id": "#rating" }, citation: [{ "@id": "#log" }, { "@id": "#nowhere" }] },
  },
  { "@type": "Organization", "@id": "#desk", name: "Harbour Check", url: "https://checks.example/" },
  { "@type": "Claim", "@id": "#claim", author: { "@id": "#union" }, datePublished: "2026-05-02" },
  { "@type": "Person", "@id": "#union", name: "The union" },
  { "@type": "Rating", "@id": "#rating", alternateName: "False", ratingExplanation: "It did not." },
  { "@type": "CreativeWork", "@id": "#log", name: "The log", url: "https://logs.example/" },
];

test("[IM1] what a check names elsewhere in its graph is read there: who made it, its claim, its claimant, rating and sources", () => {
  expect(read({ "@context": "https://schema.org", "@graph": graph }).checks).toMatchObject([
    {
      ...{ claim: "one", claimant: "The union", claimDate: "2026-05-02", publisher: "Harbour Check" },
      ...{ rating: "False", explanation: "It did not." },
      citations: [{ title: "The log", url: "https://logs.example/" }],
    },
  ]);
});

test("[IM2] of what is read elsewhere, too, what is not taken is named", () => {
  const fuller = graph.map((one) => (one["@id"] === "#union" ? { ...one, telephone: "555" } : one));
  const [report] = read(fuller).reports;
  expect(report?.notes.slice(1)).toMatchObject([
    { id: "note_not_taken", values: { names: ["itemReviewed.author.telephone"] } },
  ]);
});

test("[IM3] what names itself, or a thousand others that do, comes to an end", () => {
  const self = { "@id": "#a", "@type": "ClaimReview", claimReviewed: "one", author: { "@id": "#a" } };
  expect(read([self]).checks).toMatchObject([{ claim: "one" }]);
  const many = Array.from({ length: 1_000 }, (_, at) => ({ "@id": `#${at}` }));
  const nodes = many.map((one) => ({ ...one, name: "A work", citation: many }));
  const filled = referencesIn(nodes)({ claimReviewed: "one", citation: many });
  expect(JSON.stringify(filled).length).toBeLessThan(50_000_000);
});
