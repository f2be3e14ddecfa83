import { type FigureLine, type FigureMark, figureLines } from "#domain/figure-line.ts";
import { figureSayer, sayBound } from "#domain/figure-words.ts";
import type { Figure, Qualifier } from "#domain/figures.ts";
import { numberFormat } from "#domain/words/formats.ts";
import { type MessageId, say, type Values } from "#domain/words/say.ts";
import { type HtmlValue, html, type Markup } from "#server/export/html.ts";
import { oneLine } from "#server/export/safe-text.ts";
import type { Voice } from "#server/public/voice.ts";

const ROW = 42;
const WORDS = 16;
const MARK = 29;
const AXIS = 26;
/** Fewer figures than these have nothing to be compared with. */
const FEWEST = 2;
/** Of more figures than these, the list alone is read. */
const MOST = 24;

const card = (voice: Voice, id: MessageId<"card">, values?: Values) => say(voice, "card", id, values);

/** Figures in words, each with its bound, and drawn on a line where there are several. */
export function figuresHtml(voice: Voice, figures: readonly Figure[]): HtmlValue {
  const given = figures.filter(({ value }) => value !== "");
  if (given.length === 0) return null;
  const inWords = [...new Set(given.map((one) => oneLine(figureSayer(voice)(one))))];
  return [
    html`<ul class="figures">${inWords.map((one) => html`<li><bdi>${one}</bdi></li>`)}</ul>`,
    ...drawn(voice, given),
  ];
}

function drawn(voice: Voice, figures: readonly Figure[]): Markup[] {
  const { lines } = figureLines(figures.map((figure) => ({ of: null, figure })));
  const several = lines.filter(({ marks }) => marks.length >= FEWEST && marks.length <= MOST);
  return several.map((line, nth) => lineSvg(voice, line, nth));
}

/** The figures of one unit by their bounds. The scale runs from left to right in every language, as numbers do. */
function lineSvg(voice: Voice, { unit, ticks, marks }: FigureLine<null>, nth: number): Markup {
  const ground = marks.length * ROW;
  const title = unit ? card(voice, "line_title", { unit: oneLine(unit) }) : card(voice, "line_title_unnamed");
  const bounds = marks.map(({ figure }) => bound(voice, figure));
  return html`<div class="figure-line"><svg role="img" aria-labelledby="line-${nth}-title line-${nth}-words" width="100%" height="${ground + AXIS}">
<title id="line-${nth}-title">${title}</title><desc id="line-${nth}-words">${bounds.join("; ")}</desc>
${axis(voice, ticks, ground)}
${marks.map((mark, at) => html`<text class="said" y="${at * ROW + WORDS}"${voice.dir === "rtl" && html` x="100%" direction="rtl"`}>${bounds[at]}</text>${shape(mark, at * ROW + MARK)}`)}
</svg></div>`;
}

const bound = (voice: Voice, figure: Figure) =>
  oneLine(sayBound({ language: voice.language, say: (id, values) => card(voice, id, values) }, figure));

function axis({ locale }: Voice, ticks: FigureLine<null>["ticks"], ground: number): Markup {
  const label = ({ value, at }: { value: number; at: number }) =>
    html`<line x1="${at}%" x2="${at}%" y1="${ground}" y2="${ground + 4}"/><text x="${at}%" y="${ground + 18}" text-anchor="${at < 1 ? "start" : at > 99 ? "end" : "middle"}">${numberFormat(locale).format(value)}</text>`;
  return html`<g class="axis"><line x1="0" x2="100%" y1="${ground}" y2="${ground}"/>${ticks.map(label)}</g>`;
}

type Ends = { from: string; to: string; y: number };

const shape = ({ figure, from, to }: FigureMark<null>, y: number): Markup =>
  html`<g class="shape">${SHAPES[figure.qualifier]({ from: `${from}%`, to: `${to}%`, y })}</g>`;

/** A dot is exact, a soft dot about, a bar between; a line with an arrow goes on to the side that was left open. */
const SHAPES: Record<Qualifier, (ends: Ends) => Markup> = {
  exactly: ({ from, y }) => dot(from, y, 5),
  about: ({ from, y }) => html`${dot(from, y, 9, "soft")}${dot(from, y, 5, "soft")}`,
  at_least: ({ from, to, y }) => ray(from, to, y),
  more_than: ({ from, to, y }) => ray(from, to, y, "empty"),
  up_to: ({ from, to, y }) => ray(to, from, y),
  fewer_than: ({ from, to, y }) => ray(to, from, y, "empty"),
  between: ({ from, to, y }) =>
    html`<line class="bar" x1="${from}" x2="${to}" y1="${y}" y2="${y}"/>${[from, to].map((end) => html`<line x1="${end}" x2="${end}" y1="${y - 6}" y2="${y + 6}"/>`)}`,
};

const dot = (at: string, y: number, r: number, look = "") =>
  html`<circle${look && html` class="${look}"`} cx="${at}" cy="${y}" r="${r}"/>`;

/** From an end that belongs to it, a full dot, or does not, an empty one, to the open side. */
function ray(end: string, open: string, y: number, look = ""): Markup {
  const tip = Number.parseFloat(open) > Number.parseFloat(end) ? "M-8 -5L0 0L-8 5" : "M8 -5L0 0L8 5";
  return html`<line x1="${end}" x2="${open}" y1="${y}" y2="${y}"/><svg x="${open}" y="${y}" overflow="visible"><path class="arrow" d="${tip}"/></svg>${dot(end, y, 5, look)}`;
}
