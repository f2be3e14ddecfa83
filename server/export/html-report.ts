import type { ReleasedClaim, ReleasedSet, ReleaseHead } from "#domain/claim-set.ts";
import { claimFacts, releaseUrl, webAddress } from "#server/export/claim-facts.ts";
import { hashing } from "#server/export/claim-set-hash.ts";
import type { Markup } from "#server/export/html.ts";
import { html } from "#server/export/html.ts";
import { claimHtml } from "#server/export/html-claim.ts";
import { withdrawnHtml } from "#server/export/html-corrections.ts";
import { verdictChip } from "#server/export/html-marks.ts";
import { methodHtml } from "#server/export/html-method.ts";
import { endNotesHtml } from "#server/export/html-notes.ts";
import { pageHeaderStyle, REPORT_STYLE } from "#server/export/html-style.ts";
import { langDir, link } from "#server/export/html-text.ts";
import { claimCount, ratingWord } from "#server/export/report-words.ts";
import { oneLine, utcTime } from "#server/export/safe-text.ts";

/** What the file may load: nothing but its own style sheet and embedded pictures. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The report as one HTML file: no script, no request, light and dark on a screen, black on white on paper. */
export function* htmlReport(set: ReleasedSet): Generator<string> {
  const hash = yield* hashing(set);
  for (const part of reportParts(set, hash)) yield part.toString();
}

function* reportParts(set: ReleasedSet, hash: string): Generator<Markup> {
  const { head } = set;
  yield openingHtml(set, hash);
  yield* contentsHtml(set);
  yield html`\n`;
  for (const claim of set.claims()) yield claimHtml(head, claimFacts(head, claim));
  const withdrawn = withdrawnHtml(head);
  if (withdrawn) yield html`\n${withdrawn}`;
  yield html`\n${methodHtml(set, hash)}\n`;
  yield* endNotesHtml(set);
  yield html`
</main>
</body>
</html>
`;
}

function openingHtml(set: ReleasedSet, hash: string): Markup {
  const { head } = set;
  const title = `Case ${head.case.number}: ${oneLine(head.case.title)}, v${head.release.number}`;
  return html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
${REPORT_STYLE}
${pageHeaderStyle(head, hash)}
</head>
<body>
<main class="sheet">
${mastheadHtml(set)}
`;
}

function mastheadHtml(set: ReleasedSet): Markup {
  const { head } = set;
  const desk = webAddress(head.desk.url)
    ? link(head.desk.name, releaseUrl(head))
    : html`<bdi>${oneLine(head.desk.name)}</bdi>`;
  return html`<header class="masthead">
<p class="desk"><strong>${desk}</strong><span class="mono">Case ${head.case.number}, release v${head.release.number}</span></p>
<h1 dir="auto">${oneLine(head.case.title)}</h1>
<p class="meta">${claimCount(set)}, released ${utcTime(head.release.madeAt)} by <bdi>${oneLine(head.release.madeBy)}</bdi></p>
</header>`;
}

function* contentsHtml(set: ReleasedSet): Generator<Markup> {
  if (set.count < 2) return;
  yield html`<nav aria-label="Claims"><ul class="plain contents">`;
  for (const claim of set.claims()) yield entryHtml(set.head, claim);
  yield html`</ul></nav>`;
}

function entryHtml(head: ReleaseHead, claim: ReleasedClaim): Markup {
  const facts = claimFacts(head, claim);
  const { reference, card } = claim;
  return html`<li>${verdictChip(facts.mark, ratingWord(facts))}<a href="#${encodeURIComponent(reference)}" ${langDir(card.language)}>${oneLine(card.statement)}</a><span class="mono">${reference}</span></li>`;
}
