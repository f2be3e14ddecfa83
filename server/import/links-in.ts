import { readTokens } from "#server/import/html-tokens.ts";

const MOST_LINKS = 1_000;

/** Where the links in HTML lead, with their words; not those to another place of the same page. */
export function linksIn(html: string): { words: string; href: string }[] {
  const links: { words: string; href: string }[] = [];
  let open: { words: string; href: string } | null = null;
  readTokens(html, {
    open: (name, attributes) => {
      const href = attributes.get("href")?.trim() ?? "";
      if (name !== "a" || href === "" || href.startsWith("#") || links.length >= MOST_LINKS) return;
      open = { words: "", href };
      links.push(open);
    },
    text: (piece) => {
      if (open) open.words += piece;
    },
    close: (name) => {
      if (name === "a") open = null;
    },
  });
  return links.map(({ words, href }) => ({ words: words.replace(/\s+/g, " ").trim(), href }));
}
