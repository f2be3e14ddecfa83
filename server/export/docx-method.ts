import type { ReleasedSet, ReleaseHead } from "#domain/claim-set.ts";
import type { Scale } from "#domain/scales.ts";
import { section } from "#server/export/docx-claim.ts";
import { link, paragraph, type References, run } from "#server/export/docx-text.ts";
import { type Markup, html as xml } from "#server/export/html.ts";
import { methodPageWords, quorumWords, scalesShown } from "#server/export/report-words.ts";
import { oneLine, utcTime } from "#server/export/safe-text.ts";

/** How the claims were checked: who had to sign, what the labels mean, which documents, which claim set. */
export function methodXml(set: ReleasedSet, references: References, claimSetHash: string): Markup {
  const { head } = set;
  const [scales, quorum] = [scalesShown(set), quorumWords(set)];
  const noScale = section("Rating scale", [paragraph("Fact", run("No scale: each verdict is a sentence."))]);
  const pages = methodPageWords(head).map(({ words, address }) => paragraph("Fact", link(references, words, address)));
  const hash = [run("Claim set (SHA-256): "), run(claimSetHash, { style: "Hash" })];
  const release = run(`Case ${head.case.number}, release v${head.release.number}`);
  return xml`${paragraph("ClaimLine", release)}${paragraph("Heading1", run("How this was checked"))}${quorum && paragraph("Reading", run(quorum))}${section("Rules of the desk", pages)}${scales?.length === 0 ? noScale : scales?.map(scaleXml)}${section("Documents under check", documentsXml(head, references))}${paragraph("Small", hash)}`;
}

function scaleXml({ name, version, ratings }: Scale) {
  const labels = ratings.map(({ label, value, definition }) =>
    paragraph("Fact", [
      run(oneLine(label), { bold: true }),
      run(`${value === null ? "" : ` (${value})`}: ${oneLine(definition)}`),
    ]),
  );
  return section(`Rating scale: ${oneLine(name)}, version ${version}`, labels);
}

function documentsXml({ documents }: ReleaseHead, references: References): Markup[] {
  return documents.map(({ title, originUrl, outlet, publishedOn, number, capturedAt, sha256 }) => {
    const known = [outlet, publishedOn, `version ${number}`, `captured ${utcTime(capturedAt)}`].filter(Boolean);
    const about = [run(`, ${oneLine(known.join(", "))}. SHA-256 `), run(sha256, { style: "Hash" })];
    return paragraph("Source", [link(references, title || "Untitled", originUrl), about]);
  });
}
