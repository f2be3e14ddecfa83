import type { ReleasedSet } from "#domain/claim-set.ts";
import { safeHref } from "#domain/safe-href.ts";
import { type ClaimFacts, claimFacts, rationaleLinks } from "#server/export/claim-facts.ts";
import { html, type Markup } from "#server/export/html.ts";
import { oneLine } from "#server/export/safe-text.ts";

type Note = { where: string; href: string };

/** Every address in full, for paper, where a link cannot be followed. Nothing when there is none. */
export function* endNotesHtml(set: ReleasedSet): Generator<Markup> {
  let isOpen = false;
  for (const { where, href } of notesOf(set)) {
    if (!isOpen) yield html`<section class="end-notes" aria-hidden="true"><h2>Addresses</h2><ul class="plain">`;
    isOpen = true;
    yield html`<li><bdi>${where}</bdi> <span class="address">${href}</span></li>`;
  }
  if (isOpen) yield html`</ul></section>`;
}

function* notesOf(set: ReleasedSet): Generator<Note> {
  const { head } = set;
  for (const claim of set.claims()) yield* claimNotes(claimFacts(head, claim));
  for (const { title, originUrl } of head.documents) yield* note(oneLine(title), originUrl);
}

function claimNotes(facts: ClaimFacts): Note[] {
  const { reference } = facts.claim;
  return [
    ...facts.sources.flatMap(({ number, url, archivedUrl }) => [
      ...note(`${reference} [${number}]`, url),
      ...note(`${reference} [${number}], archived`, archivedUrl),
    ]),
    ...rationaleLinks(facts).flatMap(({ text, href }) => note(`${reference}, “${oneLine(text)}”`, href)),
  ];
}

function note(where: string, address: string): Note[] {
  const href = safeHref(address);
  return href ? [{ where, href }] : [];
}
