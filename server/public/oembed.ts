import { claimFacts } from "#server/export/claim-facts.ts";
import { html } from "#server/export/html.ts";
import { langDir, textParagraphs } from "#server/export/html-text.ts";
import { oneLine } from "#server/export/safe-text.ts";
import { type Address, addressOf, claimPath } from "#server/public/address.ts";
import { claimTitle } from "#server/public/claim-page.ts";
import { listed } from "#server/public/phrases.ts";
import { releaseTitle } from "#server/public/release-page.ts";
import type { Site } from "#server/public/sheet.ts";
import type { PublicClaim, PublicRelease } from "#server/services/published.ts";

const WIDTH = 600;
const NARROWEST = 200;
/** Seconds for which another site may keep it: no longer than the page, which may be withdrawn at any moment. */
const KEPT = 60;

/** The page of ours that somebody asks about; null for any other address. */
export function askedPage(origin: string, url: string): Address | null {
  return url.startsWith(`${origin}/`) ? addressOf(url.slice(origin.length)) : null;
}

/** How a release is shown where somebody links to it: by its title. */
export function releaseEmbed(site: Site, release: PublicRelease): object {
  return { ...common(site), type: "link", title: releaseTitle(site.voice, release) };
}

/** How a claim is shown there: its words, its verdict and a link, as text that loads and runs nothing. */
export function claimEmbed(site: Site, found: PublicClaim, maxWidth: number): object {
  const { claim, release } = found;
  const { card, reference } = claim;
  const title = claimTitle(site.voice, claimFacts(release.set.head, claim), found);
  const href = `${site.origin}${claimPath(release.caseNumber, reference)}`;
  const conclusion = found.retraction
    ? html`<p dir="auto">${oneLine(found.retraction.what)}</p>`
    : textParagraphs(card.verdict, card.language);
  const words = html`<blockquote cite="${href}"><p ${langDir(card.language)}>${title}</p>${conclusion}<p lang="${site.voice.language}" dir="${site.voice.dir}"><a href="${href}">${listed(site.voice, [site.desk, reference])}</a></p></blockquote>`;
  const width = Math.min(WIDTH, Math.max(NARROWEST, maxWidth));
  return { ...common(site), type: "rich", title, html: String(words), width, height: null };
}

/** @see https://oembed.com */
function common({ origin, desk }: Site): object {
  return { version: "1.0", provider_name: oneLine(desk), provider_url: `${origin}/published`, cache_age: KEPT };
}
