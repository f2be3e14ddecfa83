import { type ReleasedDocument, type ReleasedSet, type ReleaseHead, scalesOf } from "#domain/claim-set.ts";
import type { Rating, Scale } from "#domain/scales.ts";
import { type HtmlValue, html, type Markup } from "#server/export/html.ts";
import { oneLine } from "#server/export/safe-text.ts";
import { checkHtml } from "#server/public/check.ts";
import { verdictChip } from "#server/public/chip.ts";
import { listed, out } from "#server/public/phrases.ts";
import { row } from "#server/public/sheet.ts";
import { momentHtml, sentence, type Voice } from "#server/public/voice.ts";

/** How the claims of a release were checked: who had to sign, what the ratings mean, which documents, and the proof. Without claims only the last is left. */
export function methodHtml(
  voice: Voice,
  { head, count }: ReleasedSet,
  { sha256, file }: { sha256: string; file: string | null },
): Markup {
  const scales = scalesOf(head);
  return html`<section class="method" id="method" aria-labelledby="method-title"><h2 id="method-title">${voice.say("method")}</h2><div class="rows">
${row(voice.say("row_sign_off"), count > 0 && html`<p>${voice.release("quorum", { count: head.quorum })}</p>`, 3)}
${row(voice.say("row_rules"), rulesHtml(voice, head), 3)}
${row(voice.say("row_scale"), count > 0 && scalesHtml(voice, scales), 3)}
${row(
  voice.say("row_documents"),
  head.documents.map((one) => documentHtml(voice, one)),
  3,
)}
${row(voice.say("row_check"), checkHtml(voice, sha256, file), 3)}
</div></section>`;
}

/** Where the desk says how it checks and how it corrects, as it did when the release was made. */
export const rulesHtml = (voice: Voice, { desk: { methodUrl, correctionsUrl } }: ReleaseHead): HtmlValue =>
  [
    methodUrl && html`<p>${out(voice.say("how_we_check"), methodUrl)}</p>`,
    correctionsUrl && html`<p>${out(voice.say("how_we_correct"), correctionsUrl)}</p>`,
  ].filter((one) => one !== undefined && one !== "");

const scalesHtml = (voice: Voice, scales: readonly Scale[]): HtmlValue =>
  scales.length > 0 ? scales.map((one) => scaleTable(voice, one)) : html`<p>${voice.release("no_scale")}</p>`;

/** The ratings of a scale with what each means. */
export function scaleTable(voice: Voice, { name, version, ratings }: Scale): Markup {
  const caption = sentence(voice, "published", "scale_caption", { name: html`<bdi>${oneLine(name)}</bdi>`, version });
  const columns = [voice.say("column_rating"), voice.say("column_value"), voice.say("column_meaning")];
  return html`<table><caption>${caption}</caption>
<thead><tr>${columns.map((one) => html`<th scope="col">${one}</th>`)}</tr></thead>
<tbody>${ratings.map((one) => ratingRow(voice, one))}</tbody></table>`;
}

const ratingRow = (voice: Voice, { mark, label, value, definition }: Rating): Markup =>
  html`<tr><th scope="row">${verdictChip(mark, oneLine(label))}</th><td>${value ?? voice.say("off_scale")}</td><td><bdi>${oneLine(definition)}</bdi></td></tr>`;

function documentHtml(voice: Voice, one: ReleasedDocument): Markup {
  const known = listed(voice, [one.outlet, one.publishedOn]);
  const time = momentHtml(voice, Date.parse(one.capturedAt));
  return html`<div><p>${out(one.title || voice.release("untitled"), one.originUrl)}</p>
<p class="meta">${known && html`${known}. `}${sentence(voice, "published", "document_captured", { version: one.number, time })}</p>
<p class="meta">${sentence(voice, "published", "hash", { hash: html`<code dir="ltr">${one.sha256}</code>` })}</p></div>`;
}
