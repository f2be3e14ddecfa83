import { type Page, weightOf } from "./pages.ts";

/** How many KiB of scripts, in gzip, the routes of a kind may load before they answer; their language comes on top. */
export type Budget = {
  name: string;
  routes: RegExp;
  kib: number;
  /** What it should be, where that does not hold today, and what stands in the way. */
  aim?: { kib: number; why: string };
};

const KIB = 1_024;

/** The sentences of one language, all of them, as the build has read them: a letter of Arabic is two bytes. */
export const LANGUAGE_KIB = 64;

/** The first kind that a route fits counts. */
export const BUDGETS: readonly Budget[] = [
  {
    ...{ name: "doors", routes: /^routes\/(sign-in|setup|join|welcome|password)\b/, kib: 116 },
    aim: { kib: 110, why: "React and Remix are 84 of it, and Remix sends each page the list of all routes, 5" },
  },
  { name: "cases", routes: /^routes\/cases\.(_index|new)$/, kib: 125 },
  { name: "board and table", routes: /\.(board|table)$/, kib: 230 },
  { name: "a claim beside the article", routes: /\.documents\.\$documentId\.claims\./, kib: 220 },
  { name: "article", routes: /\.documents\./, kib: 215 },
  {
    ...{ name: "card", routes: /\.claims\.\$claimNumber$/, kib: 286 },
    aim: {
      kib: 230,
      why: "Yjs and the live connection, 34, and the menus and dialogs, 50, come before the card answers",
    },
  },
  { name: "a claim beside its card", routes: /\.claims\./, kib: 230 },
  { name: "numbers", routes: /(^routes\/|\.)numbers\b/, kib: 190 },
  { name: "members, scales, settings", routes: /^routes\/(members|scales|cases\.\$number\.settings)$/, kib: 190 },
  { name: "all others", routes: /./, kib: 200 },
];

export const budgetOf = (route: string, budgets: readonly Budget[] = BUDGETS): Budget | undefined =>
  budgets.find((one) => one.routes.test(route));

/** What is too heavy, each as a sentence; and kinds that no route is of any more. */
export function complaints(pages: readonly Page[], budgets: readonly Budget[] = BUDGETS): string[] {
  const idle = budgets.filter((one) => !pages.some(({ route }) => budgetOf(route, budgets) === one));
  return [
    ...pages.flatMap((page) => tooHeavy(page, budgetOf(page.route, budgets)) ?? []),
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

export const inKib = (bytes: number): string => (bytes / KIB).toFixed(1);
