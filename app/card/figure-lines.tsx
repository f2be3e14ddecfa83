import { FigureLine, type FigureOwner } from "#app/card/figure-line.tsx";
import { useLanguage, useWords } from "#app/words/speech.tsx";
import { figureLines } from "#domain/figure-line.ts";
import type { Figure } from "#domain/figures.ts";

/** Fewer figures than these have nothing to be compared with. */
const FEWEST = 2;

/** Figures of several claims, or of one, drawn by their bounds; what counts other things is drawn and said apart. */
export function FigureLines({ given }: { given: readonly { of: FigureOwner; figure: Figure }[] }) {
  const say = useWords("card");
  const { locale } = useLanguage();
  const { lines, undrawn } = figureLines(given);
  if (given.length - undrawn.length < FEWEST) return null;
  const units = lines.map(({ unit }) => (unit ? `“${unit}”` : say("line_unit_unnamed")));
  return (
    <div className="figure-lines">
      {lines.length > 1 && (
        <p className="figure-apart">
          {say("line_units", { count: lines.length, units: new Intl.ListFormat(locale).format(units) })}
        </p>
      )}
      {lines.map((line) => (
        <FigureLine key={line.unit} line={line} />
      ))}
      {undrawn.length > 0 && <p className="meta">{say("line_undrawn", { count: undrawn.length })}</p>}
    </div>
  );
}
