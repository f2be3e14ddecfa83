import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { MARKS } from "#domain/scales.ts";
import { VERDICT_MARKS } from "#domain/verdict-marks.ts";
import { Markup } from "#server/export/html.ts";

const sheets = ["frame", "text", "rows", "media"].map((name) =>
  readFileSync(new URL(`./style/${name}.css`, import.meta.url), "utf8"),
);

// Colours of marks as classes: a page that a strict policy guards has no style on an element.
const marks = MARKS.map((mark) => `.mark-${mark} { color: ${VERDICT_MARKS[mark].light}; }`);
const marksInTheDark = MARKS.map((mark) => `.mark-${mark} { color: ${VERDICT_MARKS[mark].dark}; }`);

const inTheDark = `@media screen and (prefers-color-scheme: dark) { ${marksInTheDark.join(" ")} }`;

const STYLE = [...marks, inTheDark, ...sheets].join("\n");

/** The one style sheet of the public pages, in the page itself: nothing else has to be asked for before it can be read. */
export const STYLE_ELEMENT = new Markup([`<style>${STYLE}</style>`], []);

/** What a browser may do with a public page: show it with this very style sheet, and nothing else. */
export const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");
