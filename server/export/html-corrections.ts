import type { ReleaseHead } from "#domain/claim-set.ts";
import type { ReleasedCorrection } from "#domain/corrections.ts";
import { type HtmlValue, html, type Markup } from "#server/export/html.ts";
import { textParagraphs } from "#server/export/html-text.ts";
import { correctionTitle, WITHDRAWN } from "#server/export/report-words.ts";
import { oneLine } from "#server/export/safe-text.ts";

/** What was put on the record about a claim, as a list; nothing where there is nothing. */
export function corrections(list: readonly ReleasedCorrection[]): HtmlValue {
  return (
    list.length > 0 && html`<ul class="plain corrections">${list.map((one) => html`<li>${correction(one)}</li>`)}</ul>`
  );
}

function correction(one: ReleasedCorrection): Markup {
  return html`<p class="meta"><strong dir="auto">${correctionTitle(one)}</strong></p>
${textParagraphs(one.what, "", "reading")}
${textParagraphs(`Why: ${one.why}`, "", "meta")}`;
}

/** Claims of earlier releases that no longer stand; nothing where there are none. */
export function withdrawnHtml({ retractions = [] }: ReleaseHead): Markup | null {
  if (retractions.length === 0) return null;
  const rows = retractions.map(
    (one) =>
      html`<section class="row"><h3 class="mono">${oneLine(one.reference)}</h3><div>${correction(one)}</div></section>`,
  );
  return html`<section class="method" aria-labelledby="withdrawn"><h2 id="withdrawn">Withdrawn</h2><p class="meta">${WITHDRAWN}</p><div class="rows">
${rows}
</div></section>`;
}
