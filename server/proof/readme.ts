import type { ReleaseHead } from "#domain/claim-set.ts";
import { webAddress } from "#server/export/claim-facts.ts";
import { oneLine, utcTime } from "#server/export/safe-text.ts";

/** How a stranger checks a bundle, in five points. */
export function readme({ desk, case: parent, release }: ReleaseHead, key: string): string {
  const at = webAddress(desk.url)
    ? new URL("/.well-known/assay-", desk.url).href
    : "the desk's address, /.well-known/assay-";
  return `Release v${release.number} of case ${parent.number}, “${oneLine(parent.title)}”, by ${oneLine(desk.name)}, made ${utcTime(release.madeAt)}.
How to check it:

1. Install Node 22 or newer (nodejs.org). Nothing else is needed, and no network.
2. Type in this folder: node verify.mjs
   For the zip as it came: node verify.mjs bundle.zip
3. It ends with “Everything fits.”, or names each file, claim or event that does not fit, and exits with 1.
4. This key signed it: ${key}
   Compare it with ${at}keys and check again with: node verify.mjs --key and that line.
5. Keep checkpoint.txt. With it, and with those at ${at}checkpoint, a record that was rewritten later is found.

By hand: manifest.json lists the SHA-256 of every file, and signature.txt signs that of manifest.json (c2sp.org/signed-note).
`;
}
