import { useLanguage, useWords } from "#app/words/speech.tsx";
import { type Figure, formatAmount } from "#domain/figures.ts";
import type { Say } from "#domain/words/say.ts";

/** Says a figure with its bound, as the language of the page does: "up to 1,500 detainees". */
export function sayFigure(say: Say<"card">, figure: Figure, locale: string): string {
  const [amount, upper] = [figure.value, figure.upper].map((one) => formatAmount(one, locale)) as [string, string];
  const unit = figure.unit.trim();
  return say(`figure_said_${figure.qualifier}`, { amount, upper, unit }).trim();
}

/** Two ways to say a figure of the page: its bound alone, and with the time for which it holds. */
export function useFigureWords(): { bound: (figure: Figure) => string; whole: (figure: Figure) => string } {
  const say = useWords("card");
  const { locale } = useLanguage();
  const bound = (figure: Figure) => sayFigure(say, figure, locale);
  const whole = (figure: Figure) => {
    const asOf = figure.asOf.trim();
    return asOf === "" ? bound(figure) : say("figure_said_as_of", { figure: bound(figure), asOf });
  };
  return { bound, whole };
}
