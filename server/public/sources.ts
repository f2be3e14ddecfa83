import { archivedAddress } from "#domain/archived-address.ts";
import type { ReleasedDocument } from "#domain/claim-set.ts";
import { lastKept } from "#domain/kept-text.ts";
import type { ClaimFacts, NumberedSource } from "#server/export/claim-facts.ts";
import { type HtmlValue, html, type Markup } from "#server/export/html.ts";
import { langDir, sourceAnchor } from "#server/export/html-text.ts";
import { inOneLine, leadOut, listed, out, quotation } from "#server/public/phrases.ts";
import { dayHtml, momentHtml, sentence, type Voice } from "#server/public/voice.ts";

type Sources = { facts: ClaimFacts; documents: readonly ReleasedDocument[] };

/** The sources of a claim, each with what was kept of it and when, and how many are protected. */
export function sourcesHtml(voice: Voice, { facts, documents }: Sources): HtmlValue[] {
  const { sources: listed, protectedSources: count, claim } = facts;
  const keptFrom = lastKept(documents);
  const entry = (one: NumberedSource) =>
    sourceHtml(voice, { one, id: sourceAnchor(claim.reference, one.number), kept: keptFrom(one.url) });
  return [
    listed.length > 0 && html`<ol>${listed.map(entry)}</ol>`,
    count > 0 && html`<p class="meta">${voice.release("protected", { count })}</p>`,
  ];
}

type Source = { one: NumberedSource; id: string; kept: ReleasedDocument | null };

function sourceHtml(voice: Voice, { one, id, kept }: Source): Markup {
  const { release } = voice;
  const known = listed(voice, [one.publisher, one.author, one.date, one.locator]);
  const about = inOneLine(voice, [known, one.rank && release("rank", { rank: one.rank })]);
  const copies = [one.archivedUrl && archivedCopy(voice, one.archivedUrl), kept && keptByDesk(voice, kept)];
  return html`<li class="source" id="${id}"><span class="number">[${one.number}]</span><div>
<p>${out(one.title || one.url || release("untitled"), one.url)}</p>
<p class="stance">${release("stance", { stance: one.stance })}</p>
${one.quote && html`<blockquote class="reading" ${langDir(one.quoteLanguage)}>${quotation(one.quote)}</blockquote>`}
${[about, ...copies].map((line) => line && html`<p class="meta">${line}</p>`)}
</div></li>`;
}

/** With the moment that its address tells. */
function archivedCopy(voice: Voice, address: string): Markup {
  const made = archivedAddress(address)?.made;
  if (!made) return out(voice.say("open_archived"), address);
  const time = made.precision === "time" ? momentHtml(voice, made.at) : dayHtml(voice, made.at);
  return sentence(voice, "published", "archived_copy_made", { copy: (inside) => leadOut(inside, address), time });
}

const keptByDesk = (voice: Voice, { capturedAt, sha256 }: ReleasedDocument): Markup =>
  sentence(voice, "published", "captured_by_desk", {
    ...{ time: momentHtml(voice, Date.parse(capturedAt)), hash: html`<code dir="ltr">${sha256}</code>` },
  });
