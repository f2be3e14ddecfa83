import type { ReleaseHead } from "#domain/claim-set.ts";
import type { Markup } from "#server/export/html.ts";
import { html } from "#server/export/html.ts";
import { utcTime } from "#server/export/safe-text.ts";

/** Words under examination in a reading serif, the report's own words in a quiet sans; hairlines, one accent. */
export const REPORT_STYLE = html`<style>
:root { --bg: #F5F6F7; --surface: #FFFFFF; --line: #D5D9DE; --ink: #14181D; --ink-2: #434B55; --ink-3: #5C6570; --accent: #1D4F9C; --under: #A4DDED; --glyph: #FFFFFF;
  --serif: "Source Serif 4 Variable", "Source Serif 4", Charter, Georgia, "Noto Serif", "Liberation Serif", "Noto Naskh Arabic", serif;
  --sans: "IBM Plex Sans Variable", "IBM Plex Sans", system-ui, -apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", "Noto Sans Arabic", sans-serif;
  --mono: "IBM Plex Mono", ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; }
* { box-sizing: border-box; margin: 0; padding: 0; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { background: var(--bg); color: var(--ink); font: 14px/20px var(--sans); padding: 32px 16px 64px; }
.sheet { max-width: 880px; margin: 0 auto; background: var(--surface); border: 1px solid var(--line); border-radius: 3px; padding: 40px 56px 56px; overflow-wrap: anywhere; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: 3px; }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
ul.plain, ol.sources { list-style: none; }
h1, .statement, .verdict, .reading { font-family: var(--serif); font-variant-numeric: lining-nums; }
h1 { font-size: 30px; line-height: 36px; font-weight: 600; letter-spacing: -0.01em; text-wrap: balance; }
h2 { font-size: 21px; line-height: 28px; font-weight: 600; }
h3 { font-size: 13px; line-height: 18px; font-weight: 600; padding-top: 1px; }
.meta { color: var(--ink-3); font-size: 13px; line-height: 18px; }
.mono, code { font-family: var(--mono); font-size: 12px; color: var(--ink-3); }
code { color: var(--ink-2); word-break: break-all; }
.checkpoint { font: 12px/18px var(--mono); color: var(--ink-2); margin: 8px 0; white-space: pre-wrap; word-break: break-all; }
.mark { color: var(--light); flex: none; display: block; }
.chip { display: inline-flex; align-items: center; vertical-align: top; gap: 6px; border: 1px solid var(--line); border-radius: 3px; padding: 3px 9px 3px 6px; font-weight: 600; font-size: 13px; line-height: 18px; color: var(--ink); }
.masthead { border-bottom: 2px solid var(--ink); padding-bottom: 20px; }
.desk { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 16px; margin-bottom: 28px; }
.desk a { color: inherit; text-decoration: none; }
.masthead .meta { margin-top: 8px; }
.contents li { display: grid; grid-template-columns: 148px 1fr auto; gap: 4px 16px; align-items: start; padding: 10px 0; border-bottom: 1px solid var(--line); }
.contents .chip { border: 0; padding: 3px 0; }
.contents .mono { line-height: 24px; }
.contents a { color: var(--ink); text-decoration: none; font: 16px/24px var(--serif); }
.contents a:hover { text-decoration: underline; text-decoration-thickness: 1px; }
.claim, .method { margin-top: 56px; }
.tags { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; color: var(--ink-2); font-size: 13px; margin-bottom: 14px; }
.statement { max-width: 34em; font-size: 23px; line-height: 31px; text-wrap: pretty; }
.verdict { max-width: 36em; margin-top: 8px; font-size: 18px; line-height: 28px; color: var(--ink-2); }
.rows { margin-top: 20px; border-bottom: 1px solid var(--line); }
.row { display: grid; grid-template-columns: 148px minmax(0, 1fr); gap: 4px 16px; border-top: 1px solid var(--line); padding: 12px 0; }
.row p + p, .document + .document, .quoted + .quoted { margin-top: 4px; }
.document + .document, .quoted + .quoted { margin-top: 12px; }
.reading { font-size: 16px; line-height: 26px; max-width: 38em; }
.reading p + p, .reading p + *, .reading * + p { margin-top: 10px; }
.reading ul, .reading ol { padding-inline-start: 22px; }
.reading li + li { margin-top: 4px; }
.reading blockquote { border-inline-start: 3px solid var(--line); padding-inline-start: 14px; margin: 10px 0; }
.quoted q { background: linear-gradient(var(--under), var(--under)) 0 100% / 100% 2px no-repeat; padding-bottom: 2px; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
q { white-space: pre-line; }
q.own { quotes: none; }
.figures li { font-size: 15px; line-height: 23px; font-weight: 500; font-variant-numeric: tabular-nums; }
.cite { font: 600 12px/1 var(--sans); text-decoration: none; vertical-align: 0.15em; padding: 0 1px; white-space: nowrap; }
span.cite { color: var(--ink-3); font-weight: 400; }
.source { display: grid; grid-template-columns: 28px 84px minmax(0, 1fr); gap: 0 8px; padding: 12px 0; border-top: 1px solid var(--line); }
.source:first-child { border-top: 0; padding-top: 0; }
.source:last-child { padding-bottom: 0; }
.source:target { background: linear-gradient(var(--under), var(--under)) 0 0 / 3px 100% no-repeat; padding-inline-start: 10px; }
.number { font: 600 13px/20px var(--sans); font-variant-numeric: tabular-nums; }
.stance { color: var(--ink-2); font-size: 13px; line-height: 20px; }
.source blockquote { font-size: 16px; line-height: 24px; margin-bottom: 4px; }
.source .meta { display: flex; flex-wrap: wrap; gap: 2px 14px; }
.row .source .meta { margin-top: 2px; }
.scale { margin-top: 12px; }
.scale div { display: grid; grid-template-columns: 168px minmax(0, 1fr); gap: 4px 16px; padding: 5px 0; align-items: start; }
.scale .chip { border: 0; padding: 0; }
.scale dt { display: flex; gap: 8px; align-items: center; }
.sources + .meta { border-top: 1px solid var(--line); margin-top: 12px; padding-top: 12px; }
.end-notes { display: none; }
[dir="rtl"] { line-height: 1.7; }
.statement:dir(rtl), .verdict:dir(rtl), .reading:dir(rtl) { margin-left: auto; }
@media (max-width: 640px) {
  body { padding: 0; }
  .sheet { border: 0; border-radius: 0; padding: 20px 16px 40px; }
  h1 { font-size: 25px; line-height: 31px; }
  .statement { font-size: 21px; line-height: 28px; }
  .row, .scale div { grid-template-columns: minmax(0, 1fr); }
  .contents li { grid-template-columns: 1fr auto; }
  .contents a { grid-column: 1 / -1; grid-row: 2; }
  .source { grid-template-columns: 28px minmax(0, 1fr); }
  .source > div { grid-column: 1 / -1; margin-top: 4px; }
}
@media screen and (prefers-color-scheme: dark) {
  :root { --bg: #12161B; --surface: #1A1F26; --line: #2C333C; --ink: #E9ECEF; --ink-2: #B6BDC6; --ink-3: #98A1AC; --accent: #8DB6F7; --under: #1C5567; --glyph: #0D1014; }
  .mark { color: var(--dark); }
}
@media (forced-colors: active) { .mark { color: CanvasText; --glyph: Canvas; } }
@page { size: A4; margin: 22mm 18mm 20mm; }
@media print {
  :root { --bg: #FFFFFF; --ink: #000000; --ink-2: #000000; --ink-3: #333333; --accent: #000000; --line: #999999; }
  body { padding: 0; font-size: 10pt; line-height: 14pt; }
  .sheet { max-width: none; border: 0; padding: 0; }
  .masthead, nav { break-after: avoid; }
  .tags, .statement, h2, h3 { break-after: avoid; }
  .source, .quoted, .document, .scale div, .contents li, .end-notes li { break-inside: avoid; }
  .reading { font-size: 11pt; line-height: 16pt; orphans: 3; widows: 3; }
  .claim { margin-top: 32pt; }
  code { font-size: 7.5pt; }
  .contents a, a { color: inherit; text-decoration-color: #999999; }
  .mark, .chip { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .end-notes { display: block; margin-top: 32pt; font-size: 8.5pt; line-height: 12pt; }
  .end-notes h2 { font-size: 12pt; margin-bottom: 6pt; }
  .end-notes li { padding: 2pt 0; }
  .address { font-family: var(--mono); }
}
</style>`;

/** The header of every printed page. Only digits, letters and plain punctuation reach the style sheet. */
export function pageHeaderStyle({ release, ...head }: ReleaseHead, claimSetHash: string): Markup {
  const about = `Case ${head.case.number}, release v${release.number}, ${utcTime(release.madeAt)}`;
  const left = about.replace(/[^\w ,:]/g, "");
  return html`<style>@page { @top-left { content: "${left}"; font: 8pt system-ui, sans-serif; } @top-right { content: "SHA-256 ${claimSetHash.slice(0, 16)}"; font: 8pt ui-monospace, monospace; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt system-ui, sans-serif; } }</style>`;
}
