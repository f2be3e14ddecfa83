import type { ReleasedClaim, ReleaseHead } from "#domain/claim-set.ts";
import { claimFacts } from "#server/export/claim-facts.ts";
import { type HtmlValue, html, type Markup } from "#server/export/html.ts";
import { langDir, textParagraphs } from "#server/export/html-text.ts";
import { oneLine } from "#server/export/safe-text.ts";
import { claimPath, filePath, releasePath } from "#server/public/address.ts";
import { verdictChip } from "#server/public/chip.ts";
import { correctionsHtml, retractedHtml, retractionsHtml } from "#server/public/corrections.ts";
import { methodHtml } from "#server/public/method.ts";
import { type Site, sheet } from "#server/public/sheet.ts";
import { linkTo, momentHtml, sentence, type Voice } from "#server/public/voice.ts";
import type { PublicRelease } from "#server/services/published.ts";

/** One release: its claims with their verdicts, each leading to its page, and how they were checked. */
export function* releasePage(site: Site, release: PublicRelease): Generator<string> {
  const { caseNumber, number, set } = release;
  yield* sheet(site, {
    title: releaseTitle(site.voice, release),
    path: releasePath(caseNumber, number),
    description: site.voice.say("release_summary", { count: set.count, desk: oneLine(site.desk) }),
    main: mainOf(site.voice, release),
  });
}

export function releaseTitle(voice: Voice, { number, set: { head } }: PublicRelease): string {
  return voice.say("release_page", { case: head.case.number, title: oneLine(head.case.title), number });
}

function* mainOf(voice: Voice, release: PublicRelease): Generator<HtmlValue> {
  const { caseNumber, number, newest, set, sha256, withheld, fileWithheldAt } = release;
  const hidden = new Set(withheld);
  const { head, count } = set;
  const time = momentHtml(voice, Date.parse(head.release.madeAt));
  if (newest > number) {
    const values = { latest: newest, newest: linkTo(releasePath(caseNumber, newest)) };
    yield html`<p class="notice">${sentence(voice, "published", "not_newest_release", values)}</p>\n`;
  }
  yield html`<h1 dir="auto">${oneLine(head.case.title)}</h1>
<p class="meta">${sentence(voice, "published", "release_facts", { number, case: caseNumber, count, time })}</p>
${withheld.length > 0 && html`<p class="notice">${voice.say("some_withheld", { count: withheld.length })}</p>`}
`;
  if (count === 0)
    yield html`<p class="notice">${voice.say(release.retractions.length > 0 ? "only_retractions" : "none_shown")}</p>\n`;
  else yield* claimsHtml(voice, release, hidden);
  const withdrawn = retractionsHtml(voice, release);
  yield html`${withdrawn && html`<section class="method" aria-labelledby="withdrawn"><h2 id="withdrawn">${voice.say("row_withdrawn")}</h2>${withdrawn}</section>\n`}${methodHtml(voice, set, { sha256, file: fileWithheldAt === null ? filePath(caseNumber, number) : null })}`;
}

function* claimsHtml(voice: Voice, release: PublicRelease, hidden: ReadonlySet<string>): Generator<Markup> {
  const { set } = release;
  yield html`<section aria-label="${voice.say("claims")}"><ol class="entries">\n`;
  for (const claim of set.claims()) if (!hidden.has(claim.claimId)) yield entry(voice, release, set.head, claim);
  yield html`</ol></section>\n`;
}

/** Leads to the claim as this release holds it: under its address that stays where there is no newer one. */
function entry(
  voice: Voice,
  { caseNumber, number, newest, withdrawnSince }: PublicRelease,
  head: ReleaseHead,
  claim: ReleasedClaim,
): Markup {
  const { mark, rating } = claimFacts(head, claim);
  const { reference, card } = claim;
  const href = claimPath(caseNumber, reference, newest > number ? number : null);
  const retraction = withdrawnSince.find((one) => one.claimId === claim.claimId);
  return html`<li id="${reference}">${retraction && retractedHtml(voice, retraction)}<p class="tags">${verdictChip(mark, oneLine(rating?.label ?? "") || voice.release("no_rating"))}<span class="ref" dir="ltr">${reference}</span></p>
<p ${langDir(card.language)}><a href="${href}">${oneLine(card.statement)}</a></p>
${textParagraphs(card.verdict, card.language, "meta")}${correctionsHtml(voice, claim.corrections?.slice(-1))}</li>
`;
}
