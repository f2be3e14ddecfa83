import { randomUUID } from "node:crypto";
import type { Member } from "#server/context.ts";
import type { Services } from "#server/services/index.ts";

const review = (claimReviewed: string, by: string, given: object) => ({
  "@type": "ClaimReview",
  claimReviewed,
  author: { "@type": "Organization", name: by },
  url: `https://checks.example/${claimReviewed.length}`,
  ...given,
});

/** Checks of others, about this flood and others. Fictional too. */
const CHECKS = [
  review("About 240 residents were moved out of their villages after a dyke broke.", "Lowland Checks", {
    name: "The 240 come from the water board, and count three villages only",
    datePublished: "2026-03-09",
    itemReviewed: { author: { name: "Regional water board" }, datePublished: "2026-03-08" },
    reviewRating: { alternateName: "Mostly true", ratingValue: 4, bestRating: 5, worstRating: 1 },
  }),
  review("غرقت ثلاث قرى بعد انهيار السد.", "تدقيق الساحل", {
    inLanguage: "ar",
    datePublished: "2026-03-10",
    itemReviewed: { author: { name: "منشورات على وسائل التواصل" } },
    reviewRating: { alternateName: "مضلل" },
  }),
  review("Ostermoor's dyke has never been inspected.", "The Gazette's fact desk", {
    datePublished: "2019-11",
    reviewRating: { alternateName: "That’s wrong: it was inspected in 2014, and the report is public." },
  }),
];

const TABLE = `Claim;Who;Verdict;Date;Desk
The pumps were switched off on Sunday;Farmers' union;False;2026-03-11;Lowland Checks
;Ilse Maron;True;2026-03-10;Lowland Checks
The sluice leaked since December;Farmers' union;Unproven;last week;Lowland Checks
`;

/** A small library, and a table that Ana is looking at. */
export function setPrecedents({ precedents }: Services, { ana, chen }: { ana: Member; chen: Member }): void {
  const bytes = Buffer.from(JSON.stringify({ "@context": "https://schema.org", "@graph": CHECKS }));
  precedents.bring(chen, { fileName: "flood-checks.json", bytes, once: randomUUID() });
  precedents.choose(ana, { fileName: "lowland-checks.csv", bytes: Buffer.from(TABLE) });
}
