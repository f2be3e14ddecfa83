import type { ReleasedRecord, ReleasedSet, ReleaseHead } from "#domain/claim-set.ts";
import type { Rating, Scale } from "#domain/scales.ts";
import type { HtmlValue, Markup } from "#server/export/html.ts";
import { html } from "#server/export/html.ts";
import { row } from "#server/export/html-claim.ts";
import { verdictChip } from "#server/export/html-marks.ts";
import { link } from "#server/export/html-text.ts";
import { methodPageWords, quorumWords, scalesShown } from "#server/export/report-words.ts";
import { oneLine, utcTime } from "#server/export/safe-text.ts";

/** How the claims were checked: who had to sign, what the labels mean, which documents, which release. */
export function methodHtml(set: ReleasedSet, claimSetHash: string): Markup {
  const { head } = set;
  const [scales, quorum] = [scalesShown(set), quorumWords(set)];
  const { number, madeAt, madeBy, record } = head.release;
  return html`<section class="method" aria-labelledby="method"><h2 id="method">How this was checked</h2><div class="rows">
${row("Sign-off", quorum && html`<p>${quorum}</p>`)}
${row(
  "Rules of the desk",
  methodPageWords(head).map(({ words, address }) => html`<p>${link(words, address)}</p>`),
)}
${row("Rating scale", scales && scalesHtml(scales))}
${row("Documents", head.documents.map(documentHtml))}
${row("Release", html`<p>v${number}, made ${utcTime(madeAt)} by <bdi>${oneLine(madeBy)}</bdi></p><p class="meta">Claim set, SHA-256 <code>${claimSetHash}</code></p>`)}
${record && row("Record", recordHtml(record))}
</div></section>`;
}

/** A checkpoint to keep: the signed note as it is. */
function recordHtml({ key, checkpoint }: ReleasedRecord): Markup {
  return html`<p>The desk's decisions are on a record. With this checkpoint from before the release, a record that is rewritten later is found.</p><pre class="checkpoint">${checkpoint}</pre><p class="meta">It is signed with the desk's key <code>${key}</code></p>`;
}

function scalesHtml(scales: readonly Scale[]): HtmlValue {
  return scales.length > 0 ? scales.map(scaleHtml) : html`<p>No scale: each verdict is a sentence.</p>`;
}

function scaleHtml(scale: Scale): Markup {
  return html`<p><bdi>${oneLine(scale.name)}</bdi>, version ${scale.version}</p><dl class="scale">${scale.ratings.map(ratingHtml)}</dl>`;
}

function ratingHtml({ mark, label, value, definition }: Rating): Markup {
  const number = value !== null && html` <span class="meta">${value}</span>`;
  return html`<div><dt>${verdictChip(mark, oneLine(label))}${number}</dt><dd dir="auto">${oneLine(definition)}</dd></div>`;
}

function documentHtml(one: ReleaseHead["documents"][number]): Markup {
  const known = [one.outlet, one.publishedOn, `version ${one.number}`].filter(Boolean).join(", ");
  return html`<div class="document"><p>${link(one.title || "Untitled", one.originUrl)}</p><p class="meta"><bdi>${oneLine(known)}</bdi>, captured ${utcTime(one.capturedAt)}</p><p class="meta">SHA-256 <code>${one.sha256}</code></p></div>`;
}
