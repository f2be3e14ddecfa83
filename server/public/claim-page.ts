import { unitList } from "#domain/words/formats.ts";
import { type ClaimFacts, claimFacts } from "#server/export/claim-facts.ts";
import { claimReview } from "#server/export/claim-review.ts";
import { type HtmlValue, html, type Markup } from "#server/export/html.ts";
import { langDir, textParagraphs } from "#server/export/html-text.ts";
import { oneLine } from "#server/export/safe-text.ts";
import { claimPath, filePath, releasePath } from "#server/public/address.ts";
import { checkHtml } from "#server/public/check.ts";
import { verdictChip } from "#server/public/chip.ts";
import { claimRows } from "#server/public/claim-rows.ts";
import { correctionsHtml, retractedHtml } from "#server/public/corrections.ts";
import { rulesHtml, scaleTable } from "#server/public/method.ts";
import { dataElement, row, type Site, sheet } from "#server/public/sheet.ts";
import { linkTo, sentence, type Voice } from "#server/public/voice.ts";
import type { PublicClaim } from "#server/services/published.ts";

/** One claim as a release holds it. `isCanonical`: at its address that stays, where its ClaimReview stands. */
export function* claimPage(site: Site, found: PublicClaim, isCanonical: boolean): Generator<string> {
  const { claim, release } = found;
  const { head } = release.set;
  const facts = claimFacts(head, claim);
  const path = claimPath(release.caseNumber, claim.reference);
  const review = { "@context": "https://schema.org", ...claimReview(head, claim, `${site.origin}${path}`) };
  yield* sheet(site, {
    title: claimTitle(site.voice, facts, found),
    path,
    description: oneLine(found.retraction?.what ?? claim.card.verdict),
    head: isCanonical && !found.retraction && dataElement(review),
    main: mainOf(site.voice, found, facts),
  });
}

/** "Disputed: 120 detainees escaped": the rating first, so that no title repeats a false claim alone. */
export function claimTitle(
  voice: Voice,
  { claim, rating }: ClaimFacts,
  { retraction }: Pick<PublicClaim, "retraction">,
): string {
  const statement = oneLine(claim.card.statement);
  if (retraction) return voice.say("claim_page_withdrawn", { statement });
  const label = oneLine(rating?.label ?? "");
  return label ? voice.say("claim_page", { rating: label, statement }) : voice.say("claim_page_unrated", { statement });
}

function* mainOf(voice: Voice, found: PublicClaim, facts: ClaimFacts): Generator<HtmlValue> {
  const { claim, release } = found;
  const { card, reference } = claim;
  yield html`<article>
${found.retraction && retractedHtml(voice, found.retraction)}${standingHtml(voice, found)}<p class="tags">${verdictChip(facts.mark, oneLine(facts.rating?.label ?? "") || voice.release("no_rating"))}<span class="ref" dir="ltr">${reference}</span></p>
<h1 ${langDir(card.language)}>${oneLine(card.statement)}</h1>
${textParagraphs(card.verdict, card.language, "verdict")}
<div class="rows">
`;
  yield* claimRows(voice, facts, release.set.head.documents);
  yield row(voice.say("row_corrections"), correctionsHtml(voice, claim.corrections));
  yield row(voice.say("row_scale"), scaleRow(voice, found, facts));
  yield row(voice.say("row_rules"), rulesHtml(voice, release.set.head));
  yield row(voice.say("row_release"), releaseRow(voice, found));
  const hash = claim.contentHash === null ? null : html`<code dir="ltr">${claim.contentHash}</code>`;
  const content = hash ? sentence(voice, "release", "content_hash", { hash }) : voice.release("content_hash_withheld");
  yield row(voice.say("row_check"), [
    html`<p>${content}</p>`,
    checkHtml(
      voice,
      release.sha256,
      release.fileWithheldAt === null ? filePath(release.caseNumber, release.number) : null,
    ),
  ]);
  yield html`</div>\n</article>`;
}

/** Says on top that there is a newer version, or that the newest release holds it no more. */
function standingHtml(voice: Voice, { claim, release, versions, retraction }: PublicClaim): Markup | null {
  const { caseNumber, number, newest } = release;
  const newestOfClaim = versions[0] ?? number;
  if (newestOfClaim !== number) {
    const link = linkTo(claimPath(caseNumber, claim.reference));
    return notice(sentence(voice, "published", "not_newest_claim", { number, newest: link, latest: newestOfClaim }));
  }
  if (newest === number || retraction) return null;
  return notice(
    sentence(voice, "published", "no_longer_held", {
      number,
      newest: linkTo(releasePath(caseNumber, newest)),
      latest: newest,
    }),
  );
}

const notice = (words: HtmlValue): Markup => html`<p class="notice">${words}</p>\n`;

function scaleRow(voice: Voice, { release }: PublicClaim, { scale }: ClaimFacts): HtmlValue {
  const method = linkTo(`${releasePath(release.caseNumber, release.number)}#method`);
  return [
    scale ? scaleTable(voice, scale) : html`<p>${voice.release("no_scale")}</p>`,
    html`<p>${sentence(voice, "published", "claim_method", { method })}</p>`,
  ];
}

function releaseRow(voice: Voice, { claim, release, versions }: PublicClaim): HtmlValue {
  const { caseNumber, number, set } = release;
  const others = versions.filter((one) => one !== number);
  const values = {
    reference: html`<bdi>${claim.reference}</bdi>`,
    title: html`<bdi>${oneLine(set.head.case.title)}</bdi>`,
    ...{ number, release: linkTo(releasePath(caseNumber, number)) },
  };
  const links = unitList(voice.locale)
    .formatToParts(others.map(String))
    .map(({ type, value }) =>
      type === "literal"
        ? value
        : html`<a href="${claimPath(caseNumber, claim.reference, Number(value))}">${voice.say("version", { number: value })}</a>`,
    );
  return [
    html`<p>${sentence(voice, "published", "claim_in_release", values)}</p>`,
    others.length > 0 && html`<p>${sentence(voice, "published", "other_versions", { versions: html`${links}` })}</p>`,
  ];
}
