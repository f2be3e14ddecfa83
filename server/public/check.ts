import { html, type Markup } from "#server/export/html.ts";
import { linkTo, sentence, type Voice } from "#server/public/voice.ts";

/** How a reader checks that a release is the one that was signed, without trusting this page. */
export function checkHtml(voice: Voice, sha256: string, file: string): Markup {
  const release = sentence(voice, "published", "check_release", {
    ...{ file: linkTo(file), schema: linkTo("/schemas/claim-set-1.json") },
    hash: html`<code dir="ltr">${sha256}</code>`,
  });
  const record = sentence(voice, "published", "check_record", {
    ...{ checkpoint: linkTo("/.well-known/assay-checkpoint"), keys: linkTo("/.well-known/assay-keys") },
  });
  return html`<p>${release}</p><p>${record}</p>`;
}
