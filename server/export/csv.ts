import type { ReleasedDocument, ReleasedSet, ReleaseHead } from "#domain/claim-set.ts";
import { rationaleText } from "#domain/rationale.ts";
import { isoDate } from "#domain/said-when.ts";
import type { ClaimFacts, NumberedSource } from "#server/export/claim-facts.ts";
import { citationWords, claimFacts, shownUrl } from "#server/export/claim-facts.ts";
import { csvLine } from "#server/export/csv-line.ts";
import { correctionLine, mediaWords } from "#server/export/report-words.ts";
import { inMarks, oneLine } from "#server/export/safe-text.ts";

/** What a spreadsheet may take for a formula, also behind spaces, controls and characters that are not seen. */
const FORMULA = /^[\s\p{C}\p{M}\p{DI}]*[\t\r\n=+\-@＝＋－＠﹦﹢﹣﹫]/u;
/** The same inside of a text, where a spreadsheet that expects another separator begins a cell or a row. */
const FORMULA_INSIDE = /([;|\t\r\n][\s\p{C}\p{M}\p{DI}]*)(?=[=+\-@＝＋－＠﹦﹢﹣﹫])/gu;

type Cell = string | number | null;
type Column = (head: ReleaseHead, facts: ClaimFacts) => Cell;

/** The columns in order; docs/exports.md says what each holds. */
export const CSV_COLUMNS: Record<string, Column> = {
  case: (head) => head.case.number,
  release: (head) => head.release.number,
  released_at: (head) => head.release.madeAt,
  reference: (_, { claim }) => claim.reference,
  url: (head, { claim }) => shownUrl(head, claim.reference),
  language: (_, { claim }) => claim.card.language,
  statement: (_, { claim }) => claim.card.statement,
  rating: (_, { rating }) => rating?.label ?? null,
  rating_value: (_, { rating }) => rating?.value ?? null,
  scale: (_, { rating, scale }) => (rating && scale ? `${scale.key} v${scale.version}` : null),
  verdict: (_, { claim }) => claim.card.verdict,
  claimant: (_, { claim }) => claim.card.claimant,
  mode: (_, { claim }) => claim.card.mode,
  speaker: (_, { claim }) => claim.card.speaker,
  organisation: (_, { claim }) => claim.card.organisation,
  outlet: (_, { claim }) => claim.card.outlet,
  said_when: (_, { claim }) => claim.card.saidWhen,
  said_when_date: (_, { claim }) => isoDate(claim.card.saidWhen, claim.card.saidWhenPrecision),
  said_where: (_, { claim }) => claim.card.saidWhere,
  media: (_, { claim }) => mediaWords(claim).join("; "),
  figures: (_, { figures }) => figures.join("; "),
  quotes: (_, { quotes }) => quotes.map(({ exact }) => exact).join("\n"),
  documents: (_, { quotes }) => quotes.map(({ document }) => documentLine(document)).join("\n"),
  rationale: (_, facts) => rationaleText(facts.claim.card.rationale, (id) => citationWords(facts, id)).trim(),
  gaps: (_, { claim }) => claim.card.gaps,
  sources: (_, { sources }) => sources.map(sourceLine).join("\n"),
  protected_sources: (_, { protectedSources }) => protectedSources,
  labels: (_, { claim }) => claim.card.labels.join("; "),
  signed_by: (_, { claim }) => claim.signOffs.map(({ name }) => name).join("; "),
  signed_at: (_, { claim }) => claim.signOffs.map(({ at }) => at).join("; "),
  content_hash: (_, { claim }) => claim.contentHash,
  first_released_in: (_, { claim }) => claim.firstReleasedIn,
  changed_since: (_, { claim }) => claim.changedSince,
  corrections: (_, { claim }) => (claim.corrections ?? []).map(correctionLine).join("\n"),
};

/** One row per claim: RFC 4180, every cell quoted, CRLF, UTF-8 with a byte order mark, no cell a formula. */
export function* claimsCsv(set: ReleasedSet): Generator<string> {
  const { head } = set;
  yield safeLine(Object.keys(CSV_COLUMNS), { bom: true });
  for (const claim of set.claims()) {
    const facts = claimFacts(head, claim);
    yield safeLine(Object.values(CSV_COLUMNS).map((column) => column(head, facts)));
  }
}

/** A head and its rows in that form; what is null is an empty cell. */
export function csvTable(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [safeLine(head, { bom: true }), ...rows.map((row) => safeLine(row))].join("");
}

function safeLine(cells: readonly Cell[], form?: { bom: boolean }): string {
  return csvLine(
    cells.map((cell) => safeCell(String(cell ?? ""))),
    form,
  );
}

/** Puts an apostrophe before whatever a spreadsheet may run: the whole text, or what stands behind a separator in it. */
export function safeCell(text: string): string {
  const stored = text.toWellFormed().replace(FORMULA_INSIDE, "$1'");
  return FORMULA.test(stored) ? `'${stored}` : stored;
}

/** The version that a quote stands in; empty where it is not known. */
function documentLine(document: ReleasedDocument | null): string {
  if (!document) return "";
  const { title, number, outlet, publishedOn, originUrl, sha256 } = document;
  return [title, `version ${number}`, outlet, publishedOn, originUrl, `sha256 ${sha256}`].filter(Boolean).join(" | ");
}

function sourceLine({ number, stance, rank, ...source }: NumberedSource): string {
  const { title, publisher, date, locator, url, archivedUrl, quote } = source;
  const known = [
    title,
    publisher,
    date,
    rank && `${rank} source`,
    locator,
    url,
    archivedUrl && `archived ${archivedUrl}`,
  ];
  const parts = [...known, quote && inMarks(oneLine(quote))].filter(Boolean);
  return `[${number}] ${stance}: ${parts.join(" | ")}`;
}
