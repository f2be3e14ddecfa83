import { type Figure, formatFigure } from "#domain/figures.ts";

/** A figure with its bound and the time for which it holds, e.g. "up to 1,500 detainees as of Monday evening". */
export function figureWords(figure: Figure): string {
  const asOf = figure.asOf.trim();
  return asOf === "" ? formatFigure(figure) : `${formatFigure(figure)} as of ${asOf}`;
}
