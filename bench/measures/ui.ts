import { BUDGETS, budgetOf } from "../../scripts/weight/budgets.ts";
import { pagesOf, weightOf } from "../../scripts/weight/pages.ts";
import { median } from "../results.ts";
import { findKeys, openBoard, useBoard } from "../screens/board.ts";
import { ROWS, type Row } from "../screens/budgets.ts";
import { comeBack, openCard } from "../screens/card.ts";
import { coldBoard, coldReport } from "../screens/cold.ts";
import { emptyPage } from "../screens/empty-page.ts";
import { anHour } from "../screens/hour.ts";
import { Stage } from "../screens/stage.ts";
import { typeFarApart, typeInCrowd, typeTogether } from "../screens/typing.ts";

export type Felt = Row & { measured: number };

const KIB = 1_024;
const MEASURES = [
  ...[emptyPage, openBoard, useBoard, openCard, typeTogether, typeFarApart, typeInCrowd],
  ...[coldBoard, coldReport, findKeys, comeBack, anHour],
];

/** What people feel, each as the median of so many runs in fresh browsers, on a case of ten thousand claims. */
export async function feel(runs: number): Promise<{ browser: string; felt: Felt[] }> {
  const stage = await Stage.open();
  const taken = new Map<string, number[]>();
  const note = (figures: Record<string, number>) => {
    for (const [id, value] of Object.entries(figures)) taken.set(id, [...(taken.get(id) ?? []), value]);
  };
  try {
    for (let run = 0; run < runs; run++) {
      for (const measure of MEASURES) {
        note(await measure(stage, run));
        await stage.clear();
      }
      console.log(`  run ${run + 1} of ${runs}`);
    }
  } finally {
    await stage.close();
  }
  const pages = pagesOf();
  note({ styles: Math.max(...pages.map((one) => weightOf(one.styles))) / KIB });
  const felt = [...ROWS.map((row) => ({ ...row, measured: median(taken.get(row.id) ?? []) })), ...scriptsOf(pages)];
  return { browser: stage.browser, felt };
}

/** The heaviest route of each kind. */
const scriptsOf = (pages: ReturnType<typeof pagesOf>): Felt[] =>
  BUDGETS.map(({ name, kib, aim }) => {
    const weights = pages.filter((one) => budgetOf(one.route)?.name === name).map((one) => weightOf(one.scripts));
    return {
      ...{ id: `scripts.${name}`, what: `Scripts before the heaviest route answers: ${name}`, unit: "KiB" as const },
      ...{ budget: aim?.kib ?? kib, measured: Math.max(...weights) / KIB },
      ...(aim && { why: `${aim.why}.` }),
    };
  });
