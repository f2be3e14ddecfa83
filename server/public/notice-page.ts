import { html } from "#server/export/html.ts";
import { type Site, sheet } from "#server/public/sheet.ts";
import { linkTo, momentHtml, sentence } from "#server/public/voice.ts";

/** What stood here was withdrawn; it says when, and nothing of what it was. */
export function withdrawnPage(site: Site, at: number, newest: string | null): Iterable<string> {
  const { voice } = site;
  const title = voice.say("gone_title");
  const words = sentence(voice, "published", "gone", { time: momentHtml(voice, at) });
  const onward = newest && html`<p>${sentence(voice, "published", "gone_newest", { newest: linkTo(newest) })}</p>`;
  return sheet(site, { title, path: null, main: [html`<h1>${title}</h1><p class="verdict">${words}</p>`, onward] });
}

/** The same for every address that is none, or of which nobody is told. */
export function missingPage(site: Site): Iterable<string> {
  const { voice } = site;
  const title = voice.say("missing_title");
  const words = sentence(voice, "published", "missing", { index: linkTo("/published") });
  return sheet(site, { title, path: null, main: [html`<h1>${title}</h1><p class="verdict">${words}</p>`] });
}
