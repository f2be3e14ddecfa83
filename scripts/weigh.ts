import { budgetOf, complaints, inKib, wordsWeight } from "./weight/budgets.ts";
import { pagesOf, weightOf } from "./weight/pages.ts";

// Weighs the build: what each route loads before it answers, beside its budget. `npm test` fails with what is too heavy;
// `--list` shows every route.

const pages = pagesOf();
if (process.argv.includes("--list")) {
  for (const page of pages.toSorted((a, b) => weightOf(b.scripts) - weightOf(a.scripts))) {
    const { route, scripts, styles } = page;
    const [kib, words] = [budgetOf(route)?.kib, budgetOf(route)?.words];
    const sentences = `sentences ${inKib(wordsWeight(page))} of ${words}`;
    console.log(`${inKib(weightOf(scripts))} of ${kib}, ${sentences}, styles ${inKib(weightOf(styles))}: ${route}`);
  }
}
const heavy = complaints(pages);
for (const sentence of heavy) console.log(sentence);
process.exitCode = heavy.length === 0 ? 0 : 1;
