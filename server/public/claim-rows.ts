import type { ReleasedClaim } from "#domain/claim-set.ts";
import { mediaSayer } from "#domain/media-words.ts";
import { safeHref } from "#domain/safe-href.ts";
import { say } from "#domain/words/say.ts";
import type { ClaimFacts, NumberedSource } from "#server/export/claim-facts.ts";
import { type HtmlValue, html, type Markup } from "#server/export/html.ts";
import { langDir, rationaleHtml, sourceAnchor, textParagraphs } from "#server/export/html-text.ts";
import { hasOwnMarks, oneLine, readable } from "#server/export/safe-text.ts";
import { figuresHtml } from "#server/public/figures.ts";
import { row } from "#server/public/sheet.ts";
import { momentHtml, sentence, type Voice } from "#server/public/voice.ts";

/** What leads to the verdict, row by row, as the release holds it. */
export function claimRows(voice: Voice, facts: ClaimFacts): HtmlValue[] {
  const { card, signOffs } = facts.claim;
  const { release } = voice;
  const said = [card.saidWhen, card.saidWhere].map(oneLine).filter(Boolean).join(", ");
  return [
    row(release("row_who"), saidBy(voice, facts.claim)),
    row(release("row_said"), said && html`<p><bdi>${said}</bdi></p>`),
    row(say(voice, "media", "title"), media(voice, card)),
    row(release("row_figures"), figuresHtml(voice, card.figures)),
    row(
      release("row_quotes"),
      facts.quotes.map((one) => quoted(voice, one)),
    ),
    row(release("row_rationale"), rationale(voice, facts)),
    row(release("row_gaps"), card.gaps && html`<div class="reading">${textParagraphs(card.gaps, card.language)}</div>`),
    row(release("row_sources"), sources(voice, facts)),
    row(release("row_signed"), html`<ul>${signOffs.map((one) => signOff(voice, one))}</ul>`),
  ];
}

function saidBy(voice: Voice, { card }: ReleasedClaim): HtmlValue {
  const other = (name: string) => (name === card.claimant ? "" : oneLine(name));
  const named = (id: "speaker" | "organisation" | "carried_by", name: string) =>
    name && sentence(voice, "release", id, { name: html`<bdi>${name}</bdi>` });
  const chain = inOneLine(voice, [
    card.mode && voice.release("mode", { mode: card.mode }),
    named("speaker", other(card.speaker)),
    named("organisation", other(card.organisation)),
    named("carried_by", other(card.outlet)),
  ]);
  const claimant = oneLine(card.claimant);
  return [
    claimant && html`<p><strong dir="auto">${claimant}</strong></p>`,
    chain && html`<p class="meta">${chain}</p>`,
  ];
}

const media = (voice: Voice, { media: about }: ReleasedClaim["card"]): HtmlValue =>
  about ? mediaSayer(voice)(about).map((line) => html`<p dir="auto">${oneLine(line)}</p>`) : null;

type Part = Markup | string | null;

/** The parts that are known, one after the other. */
const inOneLine = (voice: Voice, parts: readonly Part[]): Part =>
  parts
    .filter(Boolean)
    .reduce<Part>(
      (before, next) => (before && next ? sentence(voice, "release", "and_then", { before, next }) : next),
      null,
    );

function quoted(voice: Voice, { exact, document }: ClaimFacts["quotes"][number]): Markup {
  const values = document && { title: html`<bdi>${oneLine(document.title)}</bdi>`, version: document.number };
  return html`<div class="quoted"><p class="reading" ${langDir(document?.language ?? "")}>${quotation(exact)}</p>${values && html`<p class="meta">${sentence(voice, "release", "in_document", values)}</p>`}</div>`;
}

/** The browser puts the quotation marks, unless the words bring their own. */
const quotation = (words: string): Markup => html`<q${hasOwnMarks(words) && html` class="own"`}>${readable(words)}</q>`;

function rationale(voice: Voice, facts: ClaimFacts): HtmlValue {
  const { rationale: blocks, language } = facts.claim.card;
  if (blocks.length === 0) return null;
  const words = { source: (number: number) => voice.say("source", { number }), kept: voice.say("kept_source") };
  return html`<div class="reading" ${langDir(language)}>${rationaleHtml(facts, words)}</div>`;
}

function sources(voice: Voice, facts: ClaimFacts): HtmlValue {
  const { sources: listed, protectedSources: count, claim } = facts;
  return [
    listed.length > 0 && html`<ol>${listed.map((one) => source(voice, claim.reference, one))}</ol>`,
    count > 0 && html`<p class="meta">${voice.release("protected", { count })}</p>`,
  ];
}

function source(voice: Voice, reference: string, one: NumberedSource): Markup {
  const { release } = voice;
  const known = [one.publisher, one.author, one.date, one.locator].map(oneLine).filter(Boolean).join(", ");
  const about = inOneLine(voice, [known && html`<bdi>${known}</bdi>`, one.rank && release("rank", { rank: one.rank })]);
  const archived = one.archivedUrl && out(voice.say("open_archived"), one.archivedUrl);
  return html`<li class="source" id="${sourceAnchor(reference, one.number)}"><span class="number">[${one.number}]</span><div>
<p>${out(one.title || one.url || release("untitled"), one.url)}</p>
<p class="stance">${release("stance", { stance: one.stance })}</p>
${one.quote && html`<blockquote class="reading" ${langDir(one.quoteLanguage)}>${quotation(one.quote)}</blockquote>`}
${about && html`<p class="meta">${about}</p>`}${archived && html`<p class="meta">${archived}</p>`}
</div></li>`;
}

/** A link out of the site; on paper its address stands behind it. The words alone where the address may be none. */
export function out(text: string, address: string): Markup {
  const href = safeHref(address);
  const words = html`<bdi>${oneLine(text || address)}</bdi>`;
  return href ? html`<a class="out" href="${href}" rel="noopener noreferrer nofollow">${words}</a>` : words;
}

const signOff = (voice: Voice, { name, at }: ReleasedClaim["signOffs"][number]): Markup =>
  html`<li><strong><bdi>${oneLine(name)}</bdi></strong> <span class="meta">${momentHtml(voice, Date.parse(at))}</span></li>`;
