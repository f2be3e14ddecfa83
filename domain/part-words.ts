import type { MessageId, Say } from "#domain/words/say.ts";

/** What changed, by the name of its part or field; of a source `name` says which one it is. */
export type ChangedPart = { field: string; name: string };

type Id = MessageId<"parts">;

const OWN: Record<string, Id> = {
  statement: "statement",
  claimant: "claimant",
  outlet: "outlet",
  speaker: "speaker",
  organisation: "organisation",
  mode: "mode",
  saidWhen: "said_when",
  saidWhenPrecision: "said_when_precision",
  saidWhere: "said_where",
  media: "media",
  figures: "figures",
  quotes: "quotes",
  rating: "rating",
  verdict: "verdict",
  rationale: "rationale",
  gaps: "gaps",
  language: "language",
  labels: "labels",
  claimantGuessed: "claimant_guessed",
  "look.rationale": "look_rationale",
  "look.sources": "look_sources",
  "look.figures": "look_figures",
  "look.quotes": "look_quotes",
};

/** Fields of a source, with the source. */
const OF_SOURCE: Record<string, Id> = {
  url: "url_of",
  title: "title_of",
  stance: "stance_of",
  quote: "quote_of",
  locator: "locator_of",
  archivedUrl: "archived_url_of",
  publisher: "publisher_of",
  author: "author_of",
  date: "date_of",
  quoteLanguage: "quote_language_of",
  origin: "origin_of",
  note: "note_of",
  rank: "rank_of",
  protected: "protected_of",
};

/** A part of a card, or a field of one of its sources, in words. */
export function partWord(say: Say<"parts">, { field, name }: ChangedPart): string {
  const own = OWN[field];
  if (own) return say(own);
  const [, , key = ""] = field.split(".");
  const ofSource = OF_SOURCE[key];
  const source = name || say("untitled_source");
  return ofSource ? say(ofSource, { source }) : source;
}

const KEYS: Record<string, Id> = {
  url: "source_url",
  title: "source_title",
  stance: "source_stance",
  quote: "source_quote",
  locator: "source_locator",
  archivedUrl: "source_archived_url",
  publisher: "source_publisher",
  author: "source_author",
  date: "source_date",
  quoteLanguage: "source_quote_language",
  origin: "source_origin",
  note: "source_note",
  rank: "source_rank",
  protected: "source_protected",
};

/** The field of a source alone: "Stance". */
export function keyWord(say: Say<"parts">, field: string): string {
  const id = KEYS[field.slice(field.lastIndexOf(".") + 1)];
  return id ? say(id) : "";
}

const VALUES: Record<string, Id> = {
  mode: "mode_value",
  saidWhenPrecision: "precision_value",
  stance: "stance_value",
  rank: "rank_value",
  protected: "protected_value",
};

/** A value that is one of a few, in words; anything else as it is. */
export function valueWords(say: Say<"parts">, field: string, value: string): string {
  if (field === "claimantGuessed") return value === "not confirmed" ? say("not_confirmed_value") : value;
  const id = VALUES[field.slice(field.lastIndexOf(".") + 1)];
  return id ? say(id, { value }) : value;
}
