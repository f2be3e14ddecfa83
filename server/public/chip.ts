import type { Mark } from "#domain/scales.ts";
import { html, type Markup } from "#server/export/html.ts";
import { plainMarkSvg } from "#server/export/html-marks.ts";

/** Shape and word: a verdict as every public page shows it. */
export const verdictChip = (mark: Mark, word: string): Markup =>
  html`<span class="chip">${plainMarkSvg(mark)}<bdi>${word}</bdi></span>`;
