import type { Block, Inline } from "#domain/rationale.ts";
import { safeHref } from "#domain/safe-href.ts";
import { oneLine, readable } from "#server/export/safe-text.ts";

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** One line of text that no Markdown renderer takes for markup, wherever in a line it stands. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()#|~$^!]/g, "\\$&")
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? "")
    .replace(/^([-+=:])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}

/** Text of several lines as paragraphs. */
export function paragraphs(text: string): string {
  return readable(text).split("\n").map(escapeMarkdown).filter(Boolean).join("\n\n");
}

/** A link where the address may be one, else its text alone. */
export function markdownLink(text: string, address: string): string {
  const href = safeHref(address);
  const words = escapeMarkdown(text || address);
  return href ? `[${words}](${destination(href)})` : words;
}

/** Percent-encodes what could end a link destination or start markup in it. */
function destination(href: string): string {
  const encoded = href.replace(
    /[\s<>()[\]\\`|"'{}^*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
  );
  return encoded.replaceAll("&", "&amp;");
}

/** The rationale as Markdown blocks, without empty ones: "- - -" would be a rule. `cite` writes a citation as plain text. */
export function markdownBlocks(blocks: readonly Block[], cite: (sourceId: string) => string): string {
  return blocks
    .map((block) => {
      if (block.type === "paragraph") return paragraph(block.children, cite);
      if (block.type === "blockquote") return quoted(markdownBlocks(block.children, cite));
      const entries = block.entries.map((entry) => markdownBlocks(entry, cite)).filter(Boolean);
      return entries.map((entry, at) => listEntry(entry, block.ordered ? `${at + 1}. ` : "- ")).join("\n");
    })
    .filter(Boolean)
    .join("\n\n");
}

/** Two runs can make a list marker together ("1" and ". x"), so line starts are looked at once more. */
function paragraph(children: readonly Inline[], cite: (sourceId: string) => string): string {
  const line = children
    .map((one) => inline(one, cite))
    .join("")
    .trim();
  return line.replace(/^(\s*\d+)([.)])/gm, "$1\\$2");
}

const quoted = (text: string) => (text ? indent(text, "> ", "> ") : "");

function listEntry(text: string, bullet: string): string {
  return indent(text, bullet, " ".repeat(bullet.length));
}

/** Puts `first` before the first line and `rest` before the others. */
export function indent(text: string, first: string, rest: string): string {
  return text
    .split("\n")
    .map((line, at) => `${at === 0 ? first : rest}${line}`.trimEnd())
    .join("\n");
}

function inline(one: Inline, cite: (sourceId: string) => string): string {
  if (one.type === "break") return "\\\n";
  if (one.type === "mention") return escapeMarkdown(`@${one.label}`);
  if (one.type === "citation") return escapeMarkdown(cite(one.sourceId));
  return textRun(one);
}

/** Spaces stay outside of the emphasis: CommonMark does not open or close it beside one. */
function textRun(run: Extract<Inline, { type: "text" }>): string {
  const text = readable(run.text);
  const words = text.trim();
  if (!words) return text ? " " : "";
  const emphasis = `${run.bold ? "**" : ""}${run.italic ? "*" : ""}`;
  const inner = run.href ? markdownLink(words, run.href) : escapeMarkdown(words);
  const [before, after] = [/^\s/.test(text) ? " " : "", /\s$/.test(text) ? " " : ""];
  return `${before}${emphasis}${inner}${[...emphasis].reverse().join("")}${after}`;
}
