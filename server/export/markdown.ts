import type { ReleasedClaim, ReleasedSet, ReleaseHead } from "#domain/claim-set.ts";
import type { ReleasedCorrection } from "#domain/corrections.ts";
import type { Scale } from "#domain/scales.ts";
import type { ClaimFacts, NumberedSource } from "#server/export/claim-facts.ts";
import { citationWords, claimFacts, releaseUrl } from "#server/export/claim-facts.ts";
import { hashing } from "#server/export/claim-set-hash.ts";
import {
  indent,
  markdownBlocks,
  markdownLink,
  paragraphs,
  escapeMarkdown as text,
} from "#server/export/markdown-text.ts";
import * as words from "#server/export/report-words.ts";
import { directionOf, inMarks, languageTag, utcTime } from "#server/export/safe-text.ts";

/** A report in CommonMark without any HTML: every text that people wrote is escaped, every address checked. */
export function* markdownReport(set: ReleasedSet): Generator<string> {
  const { head } = set;
  yield heading(set);
  for (const claim of set.claims()) yield `\n\n${claimSection(head, claimFacts(head, claim))}`;
  const gone = withdrawn(head);
  if (gone) yield `\n\n${gone}`;
  yield `\n\n${method(set, yield* hashing(set))}\n`;
}

const blocks = (parts: readonly string[]) => parts.filter(Boolean).join("\n\n");
const list = (entries: readonly string[]) =>
  entries
    .filter(Boolean)
    .map((entry) => indent(entry, "- ", "  "))
    .join("\n");
const fact = (name: string, value: string) => value && `**${name}:** ${value}`;
const section = (title: string, body: string) => body && `### ${title}\n\n${body}`;

function heading(set: ReleasedSet): string {
  const { head } = set;
  const { number, title } = head.case;
  const made = `Release v${head.release.number}, ${text(utcTime(head.release.madeAt))}, by ${text(head.release.madeBy)}`;
  return blocks([
    `# Case ${number}: ${text(title)}`,
    `${markdownLink(head.desk.name, releaseUrl(head))}. ${made}. ${words.claimCount(set)}.`,
  ]);
}

function claimSection(head: ReleaseHead, facts: ClaimFacts): string {
  const { claim } = facts;
  return blocks([
    `## ${text(claim.reference)}: ${text(words.ratingWord(facts))}`,
    indent(paragraphs(claim.card.statement), "> ", "> "),
    paragraphs(claim.card.verdict),
    list(factLines(head, facts)),
    section(
      "Rationale",
      markdownBlocks(claim.card.rationale, (id) => citationWords(facts, id)),
    ),
    section("What is not known", paragraphs(claim.card.gaps)),
    section("Sources", blocks([...facts.sources.map(sourceEntry), words.protectedWords(facts.protectedSources)])),
    section("Corrections", blocks((claim.corrections ?? []).map(correctionEntry))),
    section("Signed off", signedBy(claim)),
  ]);
}

function correctionEntry(correction: ReleasedCorrection): string {
  const lead = `**${text(words.correctionTitle(correction))}**`;
  return blocks([lead, paragraphs(correction.what), fact("Why", paragraphs(correction.why))]);
}

/** Claims of earlier releases that no longer stand. */
function withdrawn({ retractions = [] }: ReleaseHead): string {
  if (retractions.length === 0) return "";
  const entries = retractions.map((one) => blocks([`### ${text(one.reference)}`, correctionEntry(one)]));
  return blocks(["## Withdrawn", words.WITHDRAWN, ...entries]);
}

function factLines(head: ReleaseHead, { claim, figures, quotes }: ClaimFacts): string[] {
  return [
    fact("Claimant", text(claim.card.claimant)),
    fact("Attribution", text(words.attributionWords(claim))),
    fact("Said", text(words.saidWords(claim))),
    fact("Media", words.mediaWords(claim).map(text).join("; ")),
    fact("Figures", figures.map(text).join("; ")),
    ...quotes.map(({ exact, document }) =>
      fact("Quoted words", `${inMarks(text(exact))}${document ? `, ${text(document.title)}` : ""}`),
    ),
    fact("Language", inLanguage(claim.card.language)),
    fact("Releases", words.historyWords(claim, head)),
  ];
}

/** Markdown has no place for a direction, so the reader is told. */
function inLanguage(language: string): string {
  const tag = languageTag(language);
  return directionOf(language) === "rtl" ? `${tag}, written right to left` : tag;
}

function sourceEntry(source: NumberedSource): string {
  const title = markdownLink(source.title || source.url || "Untitled", source.url);
  const archived = source.archivedUrl && markdownLink("Archived copy", source.archivedUrl);
  const about = [text(words.sourceWords(source)), archived].filter(Boolean).join(". ");
  const language = languageTag(source.quoteLanguage);
  const quote = source.quote && `${inMarks(text(source.quote))}${language && ` (${language})`}`;
  const lead = `\\[${source.number}\\] **${words.STANCE_WORDS[source.stance]}:** ${title}`;
  return blocks([`${lead}${about && `. ${about}`}`, quote && `> ${quote}`]);
}

function signedBy(claim: ReleasedClaim): string {
  const people = claim.signOffs.map(({ name, at }) => `${text(name)}, ${text(utcTime(at))}`);
  const hash = claim.contentHash === null ? words.WITHHELD : `\`${claim.contentHash.replace(/[^\w]/g, "")}\``;
  return blocks([list(people), `Content hash (SHA-256): ${hash}`]);
}

function method(set: ReleasedSet, hash: string): string {
  const { head } = set;
  const scales = words.scalesShown(set)?.map(scaleSection);
  const documents = head.documents.map((one) => {
    const known = [one.outlet, one.publishedOn, `version ${one.number}`, `captured ${utcTime(one.capturedAt)}`]
      .filter(Boolean)
      .join(", ");
    return `${markdownLink(one.title, one.originUrl)}, ${text(known)}. SHA-256 ${text(one.sha256)}`;
  });
  return blocks([
    "## How this was checked",
    words.quorumWords(set),
    section("Rules of the desk", list(words.methodPageWords(head).map((one) => markdownLink(one.words, one.address)))),
    ...(scales?.length === 0 ? [section("Rating scale", "No scale: each verdict is a sentence.")] : (scales ?? [])),
    section("Documents under check", list(documents)),
    `Claim set (SHA-256): \`${hash}\``,
  ]);
}

function scaleSection({ name, version, ratings }: Scale): string {
  const labels = ratings.map(
    (one) => `**${text(one.label)}**${one.value === null ? "" : ` (${one.value})`}: ${text(one.definition)}`,
  );
  return section(`Rating scale: ${text(name)}, version ${version}`, list(labels));
}
