import { type HtmlValue, html, Markup } from "#server/export/html.ts";
import { scriptJson } from "#server/export/json-ld.ts";
import { oneLine } from "#server/export/safe-text.ts";
import { STYLE_ELEMENT } from "#server/public/style.ts";
import type { Voice } from "#server/public/voice.ts";

/** Where a page stands and whose it is. */
export type Site = { voice: Voice; origin: string; desk: string };

export type Sheet = {
  title: string;
  /** Its address under the desk's own: the one under which it is found, whatever was asked. Null for a page that tells of none. */
  path: string | null;
  description?: string;
  /** Further elements of the head. */
  head?: HtmlValue;
  main: Iterable<HtmlValue>;
};

/** A whole page, piece by piece. It holds no script, and nothing in it depends on who asks. */
export function* sheet(site: Site, { title, path, description = "", head, main }: Sheet): Generator<string> {
  const { voice, desk } = site;
  yield String(html`<!doctype html>
<html lang="${voice.language}" dir="${voice.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${oneLine(desk)}</title>
${description && html`<meta name="description" content="${description}">\n`}${path !== null && found(site, { title, path, description })}
<link rel="alternate" type="application/atom+xml" href="/published/feed.atom" title="${voice.say("feed_title", { desk: oneLine(desk) })}">
<link rel="icon" href="/favicon.svg">
${head}${STYLE_ELEMENT}
</head>
<body>
<a class="skip" href="#content">${voice.say("skip")}</a>
<header class="masthead"><a href="/published"><bdi>${oneLine(desk)}</bdi></a><p class="meta">${voice.say("masthead")}</p></header>
<main id="content" tabindex="-1">
`);
  for (const part of main) yield String(html`${part}`);
  yield String(html`
</main>
<footer class="foot"><p>${voice.say("by", { desk: oneLine(desk) })}</p><a href="/published">${voice.say("all")}</a><a href="/published/feed.atom">${voice.say("feed")}</a></footer>
</body>
</html>
`);
}

type Found = { title: string; path: string; description: string };

/** How others find a page, and show that they link to it. @see https://ogp.me @see https://oembed.com */
function found({ voice, origin, desk }: Site, { title, path, description }: Found): Markup {
  const url = `${origin}${path}`;
  return html`<link rel="canonical" href="${url}">
<link rel="alternate" type="application/json+oembed" href="${origin}/published/oembed?url=${encodeURIComponent(url)}" title="${title}">
<meta property="og:type" content="article">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${url}">
<meta property="og:site_name" content="${oneLine(desk)}">
<meta property="og:locale" content="${voice.language === "en" ? "en_GB" : voice.language}">`;
}

/** Data for programs in the head. What `scriptJson` writes holds no sign that could end the element. */
export const dataElement = (document: object): Markup =>
  new Markup([`<script type="application/ld+json">\n${scriptJson(document)}</script>\n`], []);

/** A named row of a page, or nothing where there is nothing to say. */
export function row(name: string, value: HtmlValue, level: 2 | 3 = 2): Markup | null {
  const isEmpty = !value || (Array.isArray(value) && !value.some(Boolean));
  if (isEmpty) return null;
  const heading = level === 2 ? html`<h2>${name}</h2>` : html`<h3>${name}</h3>`;
  return html`<section class="row">${heading}<div>${value}</div></section>\n`;
}
