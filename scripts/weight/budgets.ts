import { type Page, weightOf } from "./pages.ts";

/** How many KiB, in gzip, the routes of a kind may load before they answer. */
export type Budget = {
  name: string;
  routes: RegExp;
  /** Of scripts. */
  kib: number;
  /** Of sentences on top, in the language that is heaviest: a letter of Arabic is two bytes. */
  words: number;
  /** What it should be, where that does not hold today, and what stands in the way. */
  aim?: { kib: number; why: string };
};

const KIB = 1_024;

/** The first kind that a route fits counts. */
export const BUDGETS: readonly Budget[] = [
  { name: "doors", routes: /^routes\/(sign-in|setup|join|welcome|password)\b/, kib: 110, words: 8 },
  { name: "cases", routes: /^routes\/cases\.(_index|new)$/, kib: 110, words: 9 },
  { name: "board and table", routes: /\.(board|table)$/, kib: 215, words: 32 },
  { name: "a claim beside the article", routes: /\.documents\.\$documentId\.claims\./, kib: 205, words: 27 },
  { name: "article", routes: /\.documents\./, kib: 200, words: 20 },
  {
    ...{ name: "card", routes: /\.claims\.\$claimNumber$/, kib: 273, words: 39 },
    aim: {
      kib: 230,
      why: "Yjs and the live connection, 32, and the menus and dialogs, 50, come before the card answers",
    },
  },
  { name: "a claim beside its card", routes: /\.claims\./, kib: 190, words: 16 },
  { name: "numbers", routes: /(^routes\/|\.)numbers\b/, kib: 180, words: 14 },
  {
    name: "members, scales, settings",
    routes: /^routes\/(members|scales|cases\.\$number\.settings)$/,
    kib: 180,
    words: 13,
  },
  { name: "all others", routes: /./, kib: 190, words: 28 },
];

export const budgetOf = (route: string, budgets: readonly Budget[] = BUDGETS): Budget | undefined =>
  budgets.find((one) => one.routes.test(route));

/** What is too heavy, each as a sentence; and kinds that no route is of any more. */
export function complaints(pages: readonly Page[], budgets: readonly Budget[] = BUDGETS): string[] {
  const idle = budgets.filter((one) => !pages.some(({ route }) => budgetOf(route, budgets) === one));
  return [
    ...pages.flatMap((page) => tooHeavy(page, budgetOf(page.route, budgets)) ?? []),
    ...pages.flatMap((page) => tooWordy(page, budgetOf(page.route, budgets)) ?? []),
    ...idle.map(({ name }) => `The budget “${name}” is for no route. Take it out of the table.`),
  ];
}

function tooHeavy({ route, scripts }: Page, budget: Budget | undefined): string | null {
  const bytes = weightOf(scripts);
  if (!budget || bytes <= budget.kib * KIB) return null;
  const largest = scripts
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, 4)
    .map((one) => `${one.file.replace("/assets/", "")} ${inKib(one.bytes)}`);
  return `${route} loads ${bytes} bytes of scripts (${inKib(bytes)} KiB in gzip) before it answers; ${budget.name} may have ${budget.kib}. The largest: ${largest.join(", ")}.`;
}

function tooWordy({ route, words }: Page, budget: Budget | undefined): string[] {
  return Object.entries(words)
    .filter(([, files]) => budget && weightOf(files) > budget.words * KIB)
    .map(
      ([language, files]) =>
        `${route} loads sentences of ${inKib(weightOf(files))} KiB in “${language}”; ${budget?.name} may have ${budget?.words}.`,
    );
}

/** The sentences of the language that is heaviest. */
export const wordsWeight = ({ words }: Page): number => Math.max(...Object.values(words).map(weightOf));

export const inKib = (bytes: number): string => (bytes / KIB).toFixed(1);
