import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { reached } from "./goals.ts";
import type { Felt } from "./measures/ui.ts";
import { type From, figure, markdown, type Results, verdictsMarkdown } from "./results.ts";

// RESULTS.md is written from two files of figures, of the room server and of the screens, so that measuring one of them
// loses nothing of the other.

const here = fileURLToPath(new URL(".", import.meta.url));
const SERVER = "results.json";
const SCREENS = "screens.json";

/** When and on what figures were taken. */
type Facts = { date: string; command: string; machine: string };
type ServerFigures = Facts & Results & { versions: Record<string, string> };
type ScreenFigures = Facts & { runs: number; browser: string; felt: Felt[] };

/**
 * Keeps what was measured of the room server, and writes RESULTS.md anew. What was measured earlier on the same machine
 * and the same versions, and not again this time, stays. `order` names all measurements as they stand.
 */
export function keepResults(results: Results, versions: Record<string, string>, order: readonly string[]): void {
  const facts = { ...factsOf(results.command), versions };
  const kept = read<ServerFigures>(SERVER);
  const earlier = kept && isOfSame(kept, facts) ? kept : null;
  const tables = together(earlier?.tables ?? [], results.tables, order);
  const verdicts = together(earlier?.verdicts ?? [], results.verdicts, order);
  const date = commonest([...tables, ...verdicts].map(({ on }) => on)) ?? facts.date;
  keep(SERVER, {
    ...{ ...facts, date, command: "npm run bench -- --full", mode: "full" },
    ...{ tables, verdicts, goals: reached(tables) },
  });
}

type Conditions = Pick<ServerFigures, "machine" | "versions">;
const isOfSame = (one: Conditions, other: Conditions) =>
  one.machine === other.machine && JSON.stringify(one.versions) === JSON.stringify(other.versions);

/** One after the other as they stand; of a measurement that was made again, the newer. */
function together<T extends From>(earlier: readonly T[], anew: readonly T[], order: readonly string[]): T[] {
  const again = new Set(anew.map(({ of }) => of));
  const all = [...earlier.filter(({ of }) => !again.has(of)), ...anew];
  return all.toSorted((a, b) => order.indexOf(a.of) - order.indexOf(b.of));
}

/** What stands most often; of two that stand as often, the later. */
const commonest = (days: readonly string[]): string | undefined =>
  [...Map.groupBy(days, (day) => day)].sort(
    ([a, one], [b, two]) => two.length - one.length || (a < b ? 1 : -1),
  )[0]?.[0];

/** The same for the screens. */
export function keepFelt(command: string, figures: Pick<ScreenFigures, "runs" | "browser" | "felt">): void {
  keep(SCREENS, { ...factsOf(command), ...figures });
}

function keep(file: string, figures: ServerFigures | ScreenFigures): void {
  writeFileSync(join(here, file), `${JSON.stringify(figures, null, 2)}\n`);
  writeReport();
}

/** Writes RESULTS.md anew from the figures that are there. */
export function writeReport(): void {
  const [server, screens] = [read<ServerFigures>(SERVER), read<ScreenFigures>(SCREENS)];
  const sections = ["# Results", "", server && serverSection(server), screens && screenSection(screens)];
  const text = sections.filter((one) => one !== null).join("\n");
  writeFileSync(join(here, "RESULTS.md"), `${text.trimEnd()}\n`);
}

/** A number that could not be had is null in the file. */
function read<T>(file: string): T | null {
  if (!existsSync(join(here, file))) return null;
  return JSON.parse(readFileSync(join(here, file), "utf8"), (_, value) => (value === null ? Number.NaN : value)) as T;
}

/** The day in UTC. */
export const today = () => new Date().toISOString().slice(0, 10);

function factsOf(command: string): Facts {
  const [cpu] = cpus();
  return {
    date: today(),
    command,
    machine: `${cpus().length} × ${cpu?.model.trim() ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  };
}

function serverSection({ date, command, machine, versions, goals, tables, verdicts }: ServerFigures): string {
  const told = <T extends From>({ on, ...one }: T) => ({ ...one, ...(on !== date && { on }) });
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [
    ...["## The room server", ""],
    `Measured on ${date} with \`${command}\`, on ${machine}; the clients run on the`,
    "same machine. Medians of the runs; in brackets, how many times Assay's number another one is. A dash: not to be had.",
    ...["", `Versions: ${named.join(", ")}.`, ""],
    verdictsMarkdown(goals, "Goals"),
    ...tables.map((table) => markdown(told(table))),
    verdictsMarkdown(verdicts.map(told)),
  ].join("\n");
}

function screenSection({ date, command, machine, runs, browser, felt }: ScreenFigures): string {
  return [
    ...["## The screens", ""],
    `Measured on ${date} with \`${command}\`, on ${machine}: a case of 10,000 claims, the server and`,
    `${browser} on the same machine, without a graphics card. Medians of ${runs} runs, each in fresh browsers.`,
    ...["", feltMarkdown(felt)],
  ].join("\n");
}

/** The table of budgets, and why one is missed. */
export function feltMarkdown(felt: readonly Felt[]): string {
  const missed = felt.filter((one) => !isMet(one));
  return [
    ...["| | budget | measured | met |", "| --- | ---: | ---: | --- |"],
    ...felt.map((one) => {
      const budget = one.budget === null || Number.isNaN(one.budget) ? "–" : `${figure(one.budget)} ${one.unit}`;
      const met = budget === "–" ? "" : isMet(one) ? "yes" : "**no**";
      return `| ${one.what} | ${budget} | ${figure(one.measured)} ${one.unit} | ${met} |`;
    }),
    ...["", ...missed.map(({ what, why }) => `- **${what}**: ${why ?? "not explained yet."}`), ""],
  ].join("\n");
}

const isMet = ({ budget, measured }: Felt) => budget === null || Number.isNaN(budget) || measured <= budget;
