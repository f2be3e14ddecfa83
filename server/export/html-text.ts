import type { Block, Inline } from "#domain/rationale.ts";
import { safeHref } from "#domain/safe-href.ts";
import type { ClaimFacts } from "#server/export/claim-facts.ts";
import { citationNumber, PROTECTED } from "#server/export/claim-facts.ts";
import type { Markup } from "#server/export/html.ts";
import { html } from "#server/export/html.ts";
import { directionOf, languageTag, oneLine, readable } from "#server/export/safe-text.ts";

/** `lang` (where known) and `dir` attributes: they also keep a text's direction from reaching its neighbours. */
export function langDir(language: string): Markup {
  const tag = languageTag(language);
  return html`${tag && html`lang="${tag}" `}dir="${directionOf(language)}"`;
}

/** Text of several lines as paragraphs in its own language. */
export function textParagraphs(text: string, language: string, className = ""): Markup[] {
  const lines = readable(text).split("\n").map(oneLine).filter(Boolean);
  return lines.map((line) => html`<p${className && html` class="${className}"`} ${langDir(language)}>${line}</p>`);
}

/** A link where the address may be one, else the text alone. */
export function link(text: string, address: string): Markup {
  const href = safeHref(address);
  const words = oneLine(text || address);
  return href
    ? html`<a href="${href}" rel="noopener noreferrer nofollow"><bdi>${words}</bdi></a>`
    : html`<bdi>${words}</bdi>`;
}

export const sourceAnchor = (reference: string, number: number) => `${reference}-source-${number}`;

/** How a citation is said to those who do not see it, and what stands in place of a protected source. */
export type CitationWords = { source: (number: number) => string; kept: string };
type Cited = { facts: ClaimFacts; words: CitationWords };

const IN_ENGLISH: CitationWords = { source: (number) => `Source ${number}`, kept: PROTECTED };

/** The rationale with citation numbers that lead to the list of sources. */
export function rationaleHtml(facts: ClaimFacts, words = IN_ENGLISH): Markup[] {
  return blocksHtml({ facts, words }, facts.claim.card.rationale, facts.claim.card.language);
}

function blocksHtml(cited: Cited, blocks: readonly Block[], language: string): Markup[] {
  return blocks.map((block) => {
    if (block.type === "paragraph")
      return html`<p ${langDir(language)}>${block.children.map((one) => inlineHtml(cited, one))}</p>`;
    if (block.type === "blockquote") {
      const spoken = block.language || language;
      return html`<blockquote ${langDir(spoken)}>${blocksHtml(cited, block.children, spoken)}</blockquote>`;
    }
    const entries = block.entries.map((entry) => html`<li>${blocksHtml(cited, entry, language)}</li>`);
    return block.ordered ? html`<ol>${entries}</ol>` : html`<ul>${entries}</ul>`;
  });
}

function inlineHtml(cited: Cited, one: Inline): Markup {
  if (one.type === "break") return html`<br>`;
  if (one.type === "mention") return html`<bdi>@${oneLine(one.label)}</bdi>`;
  if (one.type === "citation") return citationHtml(cited, one.sourceId);
  return runHtml(one);
}

function citationHtml({ facts, words }: Cited, sourceId: string): Markup {
  const number = citationNumber(facts, sourceId);
  if (number === null) return html`<span class="cite">[${words.kept}]</span>`;
  const anchor = encodeURIComponent(sourceAnchor(facts.claim.reference, number));
  return html`<a class="cite" href="#${anchor}" aria-label="${words.source(number)}">[${number}]</a>`;
}

function runHtml(run: Extract<Inline, { type: "text" }>): Markup {
  const words = html`${readable(run.text)}`;
  const slanted = run.italic ? html`<em>${words}</em>` : words;
  const strong = run.bold ? html`<strong>${slanted}</strong>` : slanted;
  const href = run.href ? safeHref(run.href) : null;
  return href ? html`<a href="${href}" rel="noopener noreferrer nofollow">${strong}</a>` : strong;
}
