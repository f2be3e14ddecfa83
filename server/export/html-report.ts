import type { ClaimSet } from "#domain/claim-set.ts";
import { canonicalJson, sha256Hex } from "#domain/content.ts";
import type { ClaimFacts } from "#server/export/claim-facts.ts";
import { claimFacts, releaseUrl, webAddress } from "#server/export/claim-facts.ts";
import type { Markup } from "#server/export/html.ts";
import { html } from "#server/export/html.ts";
import { claimHtml } from "#server/export/html-claim.ts";
import { verdictChip } from "#server/export/html-marks.ts";
import { endNotesHtml, methodHtml } from "#server/export/html-method.ts";
import { pageHeaderStyle, REPORT_STYLE } from "#server/export/html-style.ts";
import { langDir, link } from "#server/export/html-text.ts";
import { claimCount, ratingWord } from "#server/export/report-words.ts";
import { oneLine, utcTime } from "#server/export/safe-text.ts";

/** What the file may load: nothing but its own style sheet and embedded pictures. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The report as one HTML file: no script, no request, light and dark on a screen, black on white on paper. */
export function htmlReport(set: ClaimSet): string {
  const facts = set.claims.map((claim) => claimFacts(set, claim));
  const hash = sha256Hex(canonicalJson(set));
  const title = `Case ${set.case.number}: ${oneLine(set.case.title)}, v${set.release.number}`;
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
${pageHeaderStyle(set, hash)}
</head>
<body>
<main class="sheet">
${mastheadHtml(set)}
${contentsHtml(facts)}
${facts.map((one) => claimHtml(set, one))}
${methodHtml(set, hash)}
${endNotesHtml(set, facts)}
</main>
</body>
</html>
`.toString();
}

function mastheadHtml(set: ClaimSet): Markup {
  const desk = webAddress(set.desk.url)
    ? link(set.desk.name, releaseUrl(set))
    : html`<bdi>${oneLine(set.desk.name)}</bdi>`;
  return html`<header class="masthead">
<p class="desk"><strong>${desk}</strong><span class="mono">Case ${set.case.number}, release v${set.release.number}</span></p>
<h1 dir="auto">${oneLine(set.case.title)}</h1>
<p class="meta">${claimCount(set.claims.length)}, released ${utcTime(set.release.madeAt)} by <bdi>${oneLine(set.release.madeBy)}</bdi></p>
</header>`;
}

function contentsHtml(facts: readonly ClaimFacts[]): Markup | null {
  if (facts.length < 2) return null;
  const lines = facts.map(
    (one) =>
      html`<li>${verdictChip(one.mark, ratingWord(one))}<a href="#${encodeURIComponent(one.claim.reference)}" ${langDir(one.claim.card.language)}>${oneLine(one.claim.card.statement)}</a><span class="mono">${one.claim.reference}</span></li>`,
  );
  return html`<nav aria-label="Claims"><ul class="plain contents">${lines}</ul></nav>`;
}
