import { useId } from "react";
import { MarkShape } from "#app/card/figure-mark.tsx";
import { useFigureWords } from "#app/card/use-figure-words.ts";
import { useLanguage, useWords } from "#app/words/speech.tsx";
import type { FigureLine as Line } from "#domain/figure-line.ts";
import { unitList } from "#domain/words/formats.ts";

/** Whose figure it is. The claim of the card itself has `isOwn`. */
export type FigureOwner = { reference: string; claimant: string; isOwn: boolean };

const ROW = 42;
const WORDS = 16;
const MARK = 29;
const AXIS = 26;
/** An en space. */
const GAP = "\u2002";
/** With more rows than these, the table is what can be read. */
const MOST_ROWS = 24;

/**
 * The figures of one unit on one scale: each has a row with its words above its mark, so that no label meets another. The
 * scale runs from left to right in every language, as numbers do.
 */
export function FigureLine({ line }: { line: Line<FigureOwner> }) {
  const id = useId();
  const say = useWords("card");
  const { bound } = useFigureWords();
  const marks = line.marks.slice(0, MOST_ROWS);
  const ground = marks.length * ROW;
  return (
    <div className="figure-line">
      <svg
        role="img"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-words`}
        width="100%"
        height={ground + AXIS}
      >
        <title id={`${id}-title`}>
          {line.unit ? say("line_title", { unit: line.unit }) : say("line_title_unnamed")}
        </title>
        <desc id={`${id}-words`}>{useInWords(line)}</desc>
        <Axis ticks={line.ticks} ground={ground} />
        {marks.map((mark, row) => (
          <g
            key={`${mark.of.reference} ${mark.figure.id}`}
            className="figure-mark"
            data-own={mark.of.isOwn || undefined}
          >
            <Label owner={mark.of} words={bound(mark.figure)} y={row * ROW + WORDS} />
            <MarkShape mark={mark} y={row * ROW + MARK} />
          </g>
        ))}
      </svg>
      {line.marks.length > MOST_ROWS && (
        <p className="meta">{say("line_more", { count: line.marks.length - MOST_ROWS })}</p>
      )}
    </div>
  );
}

/** The same for those who do not see it; the table below says it again. */
function useInWords({ marks }: Line<FigureOwner>): string {
  const say = useWords("card");
  const { locale } = useLanguage();
  const { bound } = useFigureWords();
  const words = marks.slice(0, MOST_ROWS).map(({ of: { reference, claimant, isOwn }, figure }) => {
    const values = { reference, claimant, figure: bound(figure) };
    return say(isOwn ? "line_own" : claimant ? "line_rival" : "line_rival_unnamed", values);
  });
  return unitList(locale).format(words);
}

/** Begins where the page's lines begin; a long name ends with the drawing. */
function Label({ owner, words, y }: { owner: FigureOwner; words: string; y: number }) {
  const { dir } = useLanguage();
  return (
    <text className="figure-label" x={dir === "rtl" ? "100%" : 0} dx={dir === "rtl" ? -6 : 6} y={y} direction={dir}>
      <tspan className="figure-label-ref">{owner.reference}</tspan>
      {GAP}
      <tspan className="figure-label-words">{words}</tspan>
      {GAP}
      <tspan className="figure-label-who">{owner.claimant}</tspan>
    </text>
  );
}

function Axis({ ticks, ground }: { ticks: Line<FigureOwner>["ticks"]; ground: number }) {
  const { locale } = useLanguage();
  const format = numbers(locale, ticks);
  return (
    <g className="figure-axis">
      <line x2="100%" y1={ground} y2={ground} />
      {ticks.map(({ value, at }) => (
        <g key={value}>
          <line className="figure-tick" x1={`${at}%`} x2={`${at}%`} y2={ground + 4} />
          <text x={`${at}%`} y={ground + 18} textAnchor={at < 1 ? "start" : at > 99 ? "end" : "middle"}>
            {format.format(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Short where the numbers are long, as far as the labels stay apart. */
function numbers(locale: string, ticks: Line<FigureOwner>["ticks"]): Intl.NumberFormat {
  const [first = 0, second = 0] = ticks.map(({ value }) => value);
  const isLong = ticks.some(({ value }) => Math.abs(value) >= 100_000) && second - first >= 1_000;
  return new Intl.NumberFormat(locale, {
    maximumSignificantDigits: 8,
    ...(isLong && { notation: "compact", maximumSignificantDigits: 4 }),
  });
}
