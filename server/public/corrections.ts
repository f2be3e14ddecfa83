import type { ReleasedCorrection } from "#domain/corrections.ts";
import { type HtmlValue, html, type Markup } from "#server/export/html.ts";
import { oneLine } from "#server/export/safe-text.ts";
import { claimPath } from "#server/public/address.ts";
import { momentHtml, sentence, type Voice } from "#server/public/voice.ts";
import type { PublicRelease } from "#server/services/published.ts";

/** What was put on the record about a released claim, the last first. */
export function correctionsHtml(voice: Voice, corrections: readonly ReleasedCorrection[] = []): HtmlValue {
  if (corrections.length === 0) return null;
  return html`<ul class="corrections">${corrections.toReversed().map((one) => html`<li>${correctionHtml(voice, one)}</li>`)}</ul>`;
}

/** Claims of earlier releases that were withdrawn, each leading to its page where it has one. */
export function retractionsHtml(voice: Voice, { caseNumber, retracted, retractions }: PublicRelease): Markup | null {
  if (retractions.length === 0) return null;
  const name = ({ reference }: ReleasedCorrection) =>
    retracted.includes(reference)
      ? html`<a href="${claimPath(caseNumber, reference)}">${reference}</a>`
      : html`<span class="ref" dir="ltr">${reference}</span>`;
  const entry = (one: ReleasedCorrection) => html`<li>${name(one)}${correctionHtml(voice, one)}</li>`;
  return html`<ul class="corrections">${retractions.map(entry)}</ul>`;
}

/** Says on top of a claim's page that the desk stands by it no more. */
export const retractedHtml = (voice: Voice, one: ReleasedCorrection): Markup =>
  html`<div class="notice grave">${correctionHtml(voice, one)}</div>\n`;

function correctionHtml(voice: Voice, { kind, at, what, why }: ReleasedCorrection): Markup {
  const head = sentence(voice, "published", "correction", { kind, time: momentHtml(voice, Date.parse(at)) });
  return html`<p><strong>${head}</strong></p><p dir="auto">${oneLine(what)}</p><p class="meta" dir="auto">${oneLine(why)}</p>`;
}
