import type { Key, KeyGroup } from "#app/ui/use-keys.ts";
import { foldText, wordsOf } from "#domain/fold-text.ts";
import type { Hit } from "#server/services/find.ts";

/** One line of the dialog. */
export type Choice = { id: string } & (
  | { kind: "hit"; hit: Hit }
  | { kind: "go"; words: string; to: string }
  | { kind: "do"; words: string; shown: string | null; run: () => void }
);

/** Lines that belong together, under a heading. */
export type ChoiceGroup = { title: string; choices: Choice[] };

/** What the keys of this screen do, as lines; what only moves the focus or is listed twice is left out. */
export function keyChoices(groups: readonly KeyGroup[]): Choice[] {
  const seen = new Set<string>();
  return groups.flatMap((group) =>
    group.keys.flatMap((one) => {
      if (!one.run || isStep(one) || seen.has(one.does)) return [];
      seen.add(one.does);
      const run = () => one.run?.(new KeyboardEvent("keydown", { key: one.key }));
      return [{ id: `key-${one.does}`, kind: "do" as const, words: one.does, shown: shownKey(one), run }];
    }),
  );
}

/** Keys that go from one thing to the next do not belong into a list. */
const STEPS = new Set(["j", "k", "[", "]", "/"]);
const isStep = ({ key }: Key) => STEPS.has(key.toLowerCase());
const shownKey = ({ key, shown }: Key) => shown ?? (key.length === 1 ? key.toUpperCase() : key);

/** Whether each word that was typed begins a word of the line. */
export function matches(words: string, typed: string): boolean {
  const has = wordsOf(foldText(words));
  return wordsOf(foldText(typed)).every((begun) => has.some((word) => word.startsWith(begun)));
}

/** The groups with what matches, without empty ones. */
export function narrowed(groups: readonly ChoiceGroup[], typed: string): ChoiceGroup[] {
  const fits = (one: Choice) => one.kind === "hit" || matches(one.words, typed);
  return groups
    .map(({ title, choices }) => ({ title, choices: choices.filter(fits) }))
    .filter(({ choices }) => choices.length > 0);
}
