import type { ReleasedClaim, ReleaseHead } from "#domain/claim-set.ts";
import type { ReleasedCorrection } from "#domain/corrections.ts";
import type { ClaimFacts, NumberedSource } from "#server/export/claim-facts.ts";
import {
  link,
  paragraph,
  place,
  type References,
  rationaleXml,
  run,
  sourcePlace,
  textParagraphs,
} from "#server/export/docx-text.ts";
import { type HtmlValue, type Markup, html as xml } from "#server/export/html.ts";
import * as words from "#server/export/report-words.ts";
import { inMarks, oneLine, utcTime } from "#server/export/safe-text.ts";

/** One claim of the document: rating, statement and verdict first, then what leads to them. */
export function claimXml(head: ReleaseHead, facts: ClaimFacts, references: References): Markup {
  const { claim } = facts;
  const { statement, verdict, gaps, language } = claim.card;
  return xml`${paragraph("ClaimLine", claimLine(head, facts))}${textParagraphs("Heading1", oneLine(statement) || "–", language)}${textParagraphs("Verdict", verdict, language)}${factsXml(facts)}${section("Rationale", rationaleXml(facts, references))}${section("What is not known", textParagraphs("Reading", gaps, language))}${section("Sources", sourcesXml(facts, references))}${section("Corrections", (claim.corrections ?? []).flatMap(correctionXml))}${section("Signed off", signOffs(claim))}`;
}

/** Claims of earlier releases that no longer stand; nothing where there are none. */
export function withdrawnXml({ retractions = [] }: ReleaseHead): HtmlValue {
  if (retractions.length === 0) return null;
  const each = retractions.flatMap((one) => [
    paragraph("Heading2", run(oneLine(one.reference))),
    ...correctionXml(one),
  ]);
  return [paragraph("Heading1", run("Withdrawn")), paragraph("Reading", run(words.WITHDRAWN)), ...each];
}

function correctionXml(correction: ReleasedCorrection): Markup[] {
  return [
    paragraph("Fact", run(words.correctionTitle(correction), { bold: true })),
    ...textParagraphs("Reading", correction.what, ""),
    ...textParagraphs("Reading", `Why: ${correction.why}`, ""),
  ];
}

/** A heading and what stands under it, or nothing where there is nothing. */
export function section(title: string, content: readonly Markup[]): HtmlValue {
  return content.length > 0 && [paragraph("Heading2", run(title)), ...content];
}

function claimLine(head: ReleaseHead, facts: ClaimFacts): Markup[] {
  const { claim } = facts;
  const history = words.historyWords(claim, head);
  const parts = [run(claim.reference), run(" · "), run(words.ratingWord(facts), { bold: true })];
  return history ? [...parts, run(` · ${history}`)] : parts;
}

function factsXml({ claim, figures, quotes }: ClaimFacts): HtmlValue {
  return [
    fact("Claimant", oneLine(claim.card.claimant)),
    fact("Attribution", words.attributionWords(claim)),
    fact("Said", words.saidWords(claim)),
    fact("Media", words.mediaWords(claim).join("; ")),
    fact("Figures", figures.map(oneLine).join("; ")),
    ...quotes.map(({ exact, document }) => quoted(oneLine(exact), document)),
  ];
}

function fact(name: string, value: string): HtmlValue {
  return value !== "" && paragraph("Fact", [run(`${name}: `, { bold: true }), run(value)]);
}

function quoted(exact: string, document: ClaimFacts["quotes"][number]["document"]): HtmlValue {
  if (exact === "") return null;
  const from = document && run(`, ${oneLine(document.title)}, version ${document.number}`);
  const { language } = document ?? {};
  return paragraph("Fact", [run("In the document: ", { bold: true }), run(inMarks(exact), { language }), from]);
}

function sourcesXml(facts: ClaimFacts, references: References): Markup[] {
  const kept = words.protectedWords(facts.protectedSources);
  const listed = facts.sources.flatMap((one) => sourceXml(facts.claim.reference, one, references));
  return kept ? [...listed, paragraph("Source", run(kept))] : listed;
}

function sourceXml(reference: string, one: NumberedSource, references: References): Markup[] {
  const about = words.sourceWords(one);
  const lead = [
    place(references, sourcePlace(reference, one.number)),
    run(`[${one.number}] ${words.STANCE_WORDS[one.stance]}: `, { bold: true }),
    link(references, one.title || one.url || "Untitled", one.url),
    about && run(`. ${about}`),
    one.archivedUrl && [run(". "), link(references, "Archived copy", one.archivedUrl)],
  ];
  return [paragraph("Source", lead), ...textParagraphs("Quote", inMarksOrNothing(one.quote), one.quoteLanguage)];
}

const inMarksOrNothing = (text: string) => text && inMarks(text);

function signOffs(claim: ReleasedClaim): Markup[] {
  const people = claim.signOffs.map(({ name, at }) =>
    paragraph("Fact", [run(oneLine(name), { bold: true }), run(`, ${utcTime(at)}`)]),
  );
  const hash = claim.contentHash === null ? run(words.WITHHELD) : run(claim.contentHash, { style: "Hash" });
  return [...people, paragraph("Small", [run("Content hash (SHA-256): "), hash])];
}
