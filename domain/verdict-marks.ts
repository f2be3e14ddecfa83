import type { Mark } from "#domain/scales.ts";

/**
 * One path of a mark. `fill` paints its area, `stroke` draws a line of `width` with round caps and joins;
 * `colour` is the mark's own colour or that of the sign cut out of it (white on light, near black on dark).
 */
export type MarkPath = {
  d: string;
  paint: "fill" | "stroke";
  colour: "mark" | "glyph";
  /** Stroke width in viewBox units; 0 for a fill. */
  width: number;
  /** `stroke-dasharray`, or empty for a solid line. */
  dash: string;
};

export type VerdictMark = {
  /** The word beside the shape where no scale gives a label of its own. */
  label: string;
  light: string;
  dark: string;
  viewBox: "0 0 18 18";
  paths: readonly MarkPath[];
};

const fill = (d: string): MarkPath => ({ d, paint: "fill", colour: "mark", width: 0, dash: "" });
const line = (d: string, width: number, dash = ""): MarkPath => ({ d, paint: "stroke", colour: "mark", width, dash });
const sign = (d: string): MarkPath => ({ d, paint: "stroke", colour: "glyph", width: 1.8, dash: "" });

const RING = "M9 2a7 7 0 1 1 0 14a7 7 0 1 1 0-14z";

const mark = (label: string, light: string, dark: string, ...paths: MarkPath[]): VerdictMark => ({
  label,
  light,
  dark,
  viewBox: "0 0 18 18",
  paths,
});

/** The shape and colours of every verdict mark: told apart by shape first, by colour second, always with a word. */
export const VERDICT_MARKS: Record<Mark, VerdictMark> = {
  true: mark(
    "True",
    "#2B6A77",
    "#008FCA",
    fill("M9 1a8 8 0 1 1 0 16a8 8 0 1 1 0-16z"),
    sign("M5.4 9.3l2.5 2.5l4.9-5.2"),
  ),
  mostly: mark("Mostly true", "#0391C0", "#AEEAF0", line(RING, 1.8), fill("M9 9V2a7 7 0 1 1-7 7z")),
  mixed: mark("Mixed", "#333581", "#B7B3FC", line(RING, 1.8), fill("M9 2a7 7 0 0 0 0 14z")),
  misleading: mark(
    "Misleading",
    "#BB7313",
    "#FED08B",
    fill("M9 1.2l8.2 15.2H.8z"),
    sign("M9 6.8v4.1"),
    sign("M9 13.7h.01"),
  ),
  false: mark(
    "False",
    "#83010B",
    "#FA4D45",
    fill("M5.7 1h6.6L17 5.7v6.6L12.3 17H5.7L1 12.3V5.7z"),
    sign("M6.3 6.3l5.4 5.4M11.7 6.3l-5.4 5.4"),
  ),
  unproven: mark("Unproven", "#868686", "#818282", fill("M9 .6L17.4 9L9 17.4L.6 9z"), sign("M6.2 9h5.6")),
  disputed: mark(
    "Disputed",
    "#55263E",
    "#D094B2",
    fill("M3 1h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2V3a2 2 0 0 1 2-2z"),
    { ...sign("M5 6.5h8M11 4.5l2 2l-2 2"), width: 1.5 },
    { ...sign("M13 11.5H5M7 9.5l-2 2l2 2"), width: 1.5 },
  ),
  none: mark("No verdict", "#7B838D", "#747D89", line(RING, 1.5, "3 2.498")),
};
