import type { Mark } from "#domain/scales.ts";
import type { MarkPath } from "#domain/verdict-marks.ts";
import { VERDICT_MARKS } from "#domain/verdict-marks.ts";
import type { Markup } from "#server/export/html.ts";
import { html } from "#server/export/html.ts";

/** The shape of a mark as inline SVG; the word beside it says the same, so it is hidden from screen readers. */
export function markSvg(mark: Mark): Markup {
  const { light, dark } = VERDICT_MARKS[mark];
  return svg(mark, html`class="mark" style="--light:${light};--dark:${dark}"`);
}

/** The same where a policy lets no style onto an element: a style sheet gives each class its colour. */
export const plainMarkSvg = (mark: Mark): Markup => svg(mark, html`class="mark mark-${mark}"`);

function svg(mark: Mark, looks: Markup): Markup {
  const { viewBox, paths } = VERDICT_MARKS[mark];
  return html`<svg ${looks} viewBox="${viewBox}" width="18" height="18" aria-hidden="true" focusable="false">${paths.map(pathSvg)}</svg>`;
}

function pathSvg({ d, paint, colour, width, dash }: MarkPath): Markup {
  const ink = colour === "mark" ? "currentColor" : "var(--glyph)";
  if (paint === "fill") return html`<path d="${d}" fill="${ink}"/>`;
  const cap = dash ? "butt" : "round";
  return html`<path d="${d}" fill="none" stroke="${ink}" stroke-width="${width}" stroke-linecap="${cap}" stroke-linejoin="round"${dash && html` stroke-dasharray="${dash}"`}/>`;
}

/** Shape and word: the verdict as every page of the report shows it. */
export function verdictChip(mark: Mark, word: string): Markup {
  return html`<span class="chip">${markSvg(mark)}<bdi>${word}</bdi></span>`;
}
