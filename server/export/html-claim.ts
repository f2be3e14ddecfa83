import type { ReleasedClaim, ReleaseHead } from "#domain/claim-set.ts";
import type { ClaimFacts, NumberedSource } from "#server/export/claim-facts.ts";
import type { HtmlValue, Markup } from "#server/export/html.ts";
import { html } from "#server/export/html.ts";
import { corrections } from "#server/export/html-corrections.ts";
import { verdictChip } from "#server/export/html-marks.ts";
import { langDir, link, rationaleHtml, sourceAnchor, textParagraphs } from "#server/export/html-text.ts";
import * as words from "#server/export/report-words.ts";
import { hasOwnMarks, oneLine, readable, utcTime } from "#server/export/safe-text.ts";

/** One claim of the report: verdict and statement first, then the facts, row by row, that lead to it. */
export function claimHtml(head: ReleaseHead, facts: ClaimFacts): Markup {
  const { claim } = facts;
  const { card, reference } = claim;
  return html`<article class="claim" id="${reference}" aria-labelledby="${reference}-statement">
<p class="tags">${verdictChip(facts.mark, words.ratingWord(facts))}<span class="mono">${reference}</span><span>${words.historyWords(claim, head)}</span></p>
<h2 class="statement" id="${reference}-statement" ${langDir(card.language)}>${oneLine(card.statement)}</h2>
${textParagraphs(card.verdict, card.language, "verdict")}
<div class="rows">
${row("Who says so", saidBy(claim))}
${row("When and where", said(claim))}
${row(
  "Media",
  words.mediaWords(claim).map((line) => html`<p dir="auto">${line}</p>`),
)}
${row("Figures", facts.figures.length > 0 && html`<ul class="plain figures">${facts.figures.map((one) => html`<li><bdi>${oneLine(one)}</bdi></li>`)}</ul>`)}
${row("In the document", facts.quotes.map(quoted))}
${row("Rationale", card.rationale.length > 0 && html`<div class="reading">${rationaleHtml(facts)}</div>`)}
${row("What is not known", card.gaps && html`<div class="reading">${textParagraphs(card.gaps, card.language)}</div>`)}
${row("Sources", sources(facts))}
${row("Corrections", corrections(claim.corrections ?? []))}${row("Signed off", signOffs(claim))}
</div>
</article>`;
}

/** A named row of the sheet, or nothing where there is nothing to say. */
export function row(name: string, value: HtmlValue): Markup | null {
  const empty = !value || (Array.isArray(value) && value.length === 0);
  return empty ? null : html`<section class="row"><h3>${name}</h3><div>${value}</div></section>`;
}

function saidBy(claim: ReleasedClaim): HtmlValue {
  const chain = words.attributionWords(claim);
  const claimant = oneLine(claim.card.claimant);
  if (!claimant && !chain) return null;
  return [
    claimant && html`<p><strong dir="auto">${claimant}</strong></p>`,
    chain && html`<p class="meta" dir="auto">${chain}</p>`,
  ];
}

function said(claim: ReleasedClaim): HtmlValue {
  const text = words.saidWords(claim);
  return text && html`<p dir="auto">${text}</p>`;
}

function quoted({ exact, document }: ClaimFacts["quotes"][number]): Markup {
  const from = document && html`<p class="meta"><bdi>${oneLine(document.title)}</bdi>, version ${document.number}</p>`;
  return html`<div class="quoted"><p class="reading" ${langDir(document?.language ?? "")}>${quotation(exact)}</p>${from}</div>`;
}

/** The browser puts the quotation marks, unless the words bring their own. */
function quotation(words: string): Markup {
  return html`<q${hasOwnMarks(words) && html` class="own"`}>${readable(words)}</q>`;
}

function sources(facts: ClaimFacts): HtmlValue {
  if (facts.sources.length === 0 && facts.protectedSources === 0) return null;
  const entries = facts.sources.map((one) => source(facts.claim.reference, one));
  const kept = words.protectedWords(facts.protectedSources);
  return [entries.length > 0 && html`<ol class="sources">${entries}</ol>`, kept && html`<p class="meta">${kept}</p>`];
}

function source(reference: string, one: NumberedSource): Markup {
  const archived = one.archivedUrl && html`<span>${link("Archived copy", one.archivedUrl)}</span>`;
  return html`<li class="source" id="${sourceAnchor(reference, one.number)}"><span class="number">[${one.number}]</span><span class="stance">${words.STANCE_WORDS[one.stance]}</span><div>
${one.quote && html`<blockquote class="reading" ${langDir(one.quoteLanguage)}>${quotation(one.quote)}</blockquote>`}
<p class="title">${link(one.title || one.url || "Untitled", one.url)}</p>
<p class="meta"><bdi>${words.sourceWords(one)}</bdi>${archived}</p></div></li>`;
}

function signOffs(claim: ReleasedClaim): Markup {
  const people = claim.signOffs.map(
    ({ name, at }) =>
      html`<li><strong><bdi>${oneLine(name)}</bdi></strong> <span class="meta">${utcTime(at)}</span></li>`,
  );
  const hash = claim.contentHash === null ? words.WITHHELD : html`<code>${claim.contentHash}</code>`;
  return html`<ul class="plain">${people}</ul><p class="meta">Content hash ${hash}</p>`;
}
