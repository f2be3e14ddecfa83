import { budgetOf, complaints, inKib, LANGUAGE_KIB } from "./weight/budgets.ts";
import { languagesOf, pagesOf, weightOf } from "./weight/pages.ts";

// Weighs the build: what each route loads before it answers, beside its budget. `npm test` fails with what is too heavy;
// `--list` shows every route.

const pages = pagesOf();
const languages = languagesOf().map((one) => ({ ...one, kib: weightOf(one.files) / 1_024 }));
if (process.argv.includes("--list")) {
  for (const { route, scripts, styles } of pages.toSorted((a, b) => weightOf(b.scripts) - weightOf(a.scripts)))
    console.log(`${inKib(weightOf(scripts))} of ${budgetOf(route)?.kib}, styles ${inKib(weightOf(styles))}: ${route}`);
  for (const { language, kib } of languages) console.log(`${kib.toFixed(1)} of ${LANGUAGE_KIB}: language ${language}`);
}
const heavy = [
  ...complaints(pages),
  ...languages
    .filter(({ kib }) => kib > LANGUAGE_KIB)
    .map(
      ({ language, kib }) =>
        `The sentences in “${language}” weigh ${kib.toFixed(1)} KiB; a language may have ${LANGUAGE_KIB}.`,
    ),
];
for (const sentence of heavy) console.log(sentence);
process.exitCode = heavy.length === 0 ? 0 : 1;
