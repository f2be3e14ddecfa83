import { type BoundedAmount, type Figure, formatAmount } from "#domain/figures.ts";
import { LANGUAGE } from "#domain/words/languages.ts";
import { type Say, type Speech, say } from "#domain/words/say.ts";

type Words = Pick<Speech, "language"> & { say: Say<"card"> };

/** Says a figure with its bound, as the language does: "up to 1,500 detainees". */
export function sayBound({ language, say }: Words, figure: BoundedAmount): string {
  const { locale } = LANGUAGE[language];
  const [amount, upper] = [formatAmount(figure.value, locale), formatAmount(figure.upper, locale)];
  return say(`figure_said_${figure.qualifier}`, { amount, upper, unit: figure.unit.trim() }).trim();
}

/** The same with the time for which it holds: "up to 1,500 detainees as of Monday evening". */
export function sayFigure(words: Words, figure: Omit<Figure, "id">): string {
  const asOf = figure.asOf.trim();
  const bound = sayBound(words, figure);
  return asOf === "" ? bound : words.say("figure_said_as_of", { figure: bound, asOf });
}

/** Says figures in a language, where no screen says them. */
export const figureSayer =
  (speech: Speech) =>
  (figure: Omit<Figure, "id">): string =>
    sayFigure({ language: speech.language, say: (id, values) => say(speech, "card", id, values) }, figure);
