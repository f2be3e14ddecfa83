import { type HtmlValue, html, type Markup } from "#server/export/html.ts";
import { oneLine } from "#server/export/safe-text.ts";
import { releasePath } from "#server/public/address.ts";
import { type Site, sheet } from "#server/public/sheet.ts";
import { momentHtml, sentence, type Voice } from "#server/public/voice.ts";
import type { PublicEntry } from "#server/services/published.ts";

/** All that is published: the newest public release of each case. */
export function* indexPage(site: Site, entries: readonly PublicEntry[]): Generator<string> {
  const desk = oneLine(site.desk);
  yield* sheet(site, {
    title: site.voice.say("index_title", { desk }),
    path: "/published",
    description: site.voice.say("index_lede", { desk }),
    main: mainOf(site.voice, desk, newestOfEach(entries)),
  });
}

function* mainOf(voice: Voice, desk: string, entries: readonly PublicEntry[]): Generator<HtmlValue> {
  yield html`<h1>${voice.say("index_title", { desk })}</h1>\n<p class="verdict">${voice.say("index_lede", { desk })}</p>\n`;
  if (entries.length === 0) yield html`<p class="rows">${voice.say("index_none")}</p>`;
  else yield html`<ol class="entries">${entries.map((one) => entryHtml(voice, one))}</ol>`;
}

function entryHtml(voice: Voice, { caseNumber, number, title, claims: count, publishedAt }: PublicEntry): Markup {
  const time = momentHtml(voice, publishedAt);
  return html`<li><p><a href="${releasePath(caseNumber, number)}"><bdi>${oneLine(title)}</bdi></a></p>
<p class="meta">${sentence(voice, "published", "entry_facts", { number, count, time })}</p></li>
`;
}

function newestOfEach(entries: readonly PublicEntry[]): PublicEntry[] {
  const cases = Map.groupBy(entries, (one) => one.caseNumber);
  return [...cases.values()].flatMap((list) => list.toSorted((a, b) => b.number - a.number).slice(0, 1));
}
