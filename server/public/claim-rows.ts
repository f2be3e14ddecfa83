import type { ReleasedClaim, ReleasedDocument } from "#domain/claim-set.ts";
import { mediaSayer } from "#domain/media-words.ts";
import { say } from "#domain/words/say.ts";
import type { ClaimFacts } from "#server/export/claim-facts.ts";
import { type HtmlValue, html, type Markup } from "#server/export/html.ts";
import { langDir, rationaleHtml, textParagraphs } from "#server/export/html-text.ts";
import { oneLine } from "#server/export/safe-text.ts";
import { figuresHtml } from "#server/public/figures.ts";
import { inOneLine, listed, quotation } from "#server/public/phrases.ts";
import { row } from "#server/public/sheet.ts";
import { sourcesHtml } from "#server/public/sources.ts";
import { momentHtml, sentence, type Voice } from "#server/public/voice.ts";

/** What leads to the verdict, row by row, as the release holds it. */
export function claimRows(voice: Voice, facts: ClaimFacts, documents: readonly ReleasedDocument[]): HtmlValue[] {
  const { card, signOffs } = facts.claim;
  const { release } = voice;
  const said = listed(voice, [card.saidWhen, card.saidWhere]);
  return [
    row(release("row_who"), saidBy(voice, facts.claim)),
    row(release("row_said"), said && html`<p>${said}</p>`),
    row(say(voice, "media", "title"), media(voice, card)),
    row(release("row_figures"), figuresHtml(voice, card.figures)),
    row(
      release("row_quotes"),
      facts.quotes.map((one) => quoted(voice, one)),
    ),
    row(release("row_rationale"), rationale(voice, facts)),
    row(release("row_gaps"), card.gaps && html`<div class="reading">${textParagraphs(card.gaps, card.language)}</div>`),
    row(release("row_sources"), sourcesHtml(voice, { facts, documents })),
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

function quoted(voice: Voice, { exact, document }: ClaimFacts["quotes"][number]): Markup {
  const values = document && { title: html`<bdi>${oneLine(document.title)}</bdi>`, version: document.number };
  return html`<div class="quoted"><p class="reading" ${langDir(document?.language ?? "")}>${quotation(exact)}</p>${values && html`<p class="meta">${sentence(voice, "release", "in_document", values)}</p>`}</div>`;
}

function rationale(voice: Voice, facts: ClaimFacts): HtmlValue {
  const { rationale: blocks, language } = facts.claim.card;
  if (blocks.length === 0) return null;
  const words = { source: (number: number) => voice.say("source", { number }), kept: voice.say("kept_source") };
  return html`<div class="reading" ${langDir(language)}>${rationaleHtml(facts, words)}</div>`;
}

const signOff = (voice: Voice, { name, at }: ReleasedClaim["signOffs"][number]): Markup =>
  html`<li><strong><bdi>${oneLine(name)}</bdi></strong> <span class="meta">${momentHtml(voice, Date.parse(at))}</span></li>`;
