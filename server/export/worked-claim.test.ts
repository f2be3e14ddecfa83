import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { EXPORT_FORMATS, type ExportFormatId } from "#server/export/index.ts";
import { bytesOf, fileOf, partsOf, readFile } from "#server/export/read-file.fixture.ts";
import { WORKED_CLAIM } from "#server/export/worked-claim.fixture.ts";

const PAGE = fileURLToPath(new URL("../../docs/exports.md", import.meta.url));

/** What is shown of a file that is long before and after the claim; of the others all is shown. */
const EXCERPTS: Partial<Record<ExportFormatId, (file: string) => string>> = {
  html: (file) => /<article[\s\S]*<\/article>/.exec(file)?.[0] ?? "",
  docx: () => paragraphs().join("\n"),
};
const LANGUAGES: Record<string, string> = { md: "markdown", jsonl: "json", docx: "text" };

/** The claim's paragraphs in the Word document: the name of the style, then the words. */
function paragraphs(): string[] {
  const { "word/document.xml": body = "" } = partsOf(bytesOf(fileOf(WORKED_CLAIM, "docx")));
  const all = [...body.matchAll(/<w:p>.*?<w:pStyle w:val="(\w+)"\/>(.*?)<\/w:p>/g)].map(([, style, content = ""]) => {
    const words = [...content.matchAll(/<w:t [^>]*>(.*?)<\/w:t>/g)].map(([, text]) => text).join("");
    return `${style}: ${words.replaceAll("&#39;", "'")}`;
  });
  const begins = all.flatMap((one, at) => (one.startsWith("ClaimLine: ") ? [at] : []));
  return all.slice(begins[0], begins[1]);
}

/** The last section of the page: each format under its name, as a fenced block. */
function section(): string {
  const blocks = EXPORT_FORMATS.map(({ id, label, extension }) => {
    const file = readFile(fileOf(WORKED_CLAIM, id));
    const ending = extension.split(".").at(-1) ?? "";
    const shown = (EXCERPTS[id]?.(file) ?? file)
      .replace(/^\ufeff/, "")
      .replaceAll("\r\n", "\n")
      .trimEnd();
    return `### ${label}: ${fileOf(WORKED_CLAIM, id).fileName}\n\n\`\`\`${LANGUAGES[ending] ?? ending}\n${shown}\n\`\`\`\n`;
  });
  return blocks.join("\n");
}

// `npx vitest run server/export/worked-claim.test.ts -u` writes the section anew.
test("[FM9] docs/exports.md shows one claim in every format as it is written today", async () => {
  const page = readFileSync(PAGE, "utf8");
  const [before = "", intro = ""] =
    /^([\s\S]*\n## One claim in every format\n)([\s\S]*?)\n### /.exec(page)?.slice(1) ?? [];
  await expect(`${before}${intro}\n${section()}`).toMatchFileSnapshot(PAGE);
});
