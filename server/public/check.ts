import { html, type Markup } from "#server/export/html.ts";
import { linkTo, sentence, type Voice } from "#server/public/voice.ts";

/** How a reader checks that a release is the one that was signed, without trusting this page. No file: it is withheld. */
export function checkHtml(voice: Voice, sha256: string, file: string | null): Markup {
  const hash = html`<code dir="ltr">${sha256}</code>`;
  const release =
    file === null
      ? sentence(voice, "published", "check_release_withheld", { hash })
      : sentence(voice, "published", "check_release", {
          ...{ file: linkTo(file), schema: linkTo("/schemas/claim-set-1.json"), hash },
        });
  const record = sentence(voice, "published", "check_record", {
    ...{ checkpoint: linkTo("/.well-known/assay-checkpoint"), keys: linkTo("/.well-known/assay-keys") },
  });
  return html`<p>${release}</p><p>${record}</p>`;
}
