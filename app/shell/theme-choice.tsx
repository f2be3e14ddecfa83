import { LookChoice } from "#app/shell/look-choice.tsx";
import { THEMES, type Theme } from "#app/shell/theme.ts";
import { useWords } from "#app/words/speech.tsx";

export function ThemeChoice({ theme }: { theme: Theme }) {
  const say = useWords("shell");
  const options = THEMES.map((one) => ({ value: one, words: say(`theme_${one}`) }));
  return <LookChoice name="theme" words={say("theme")} options={options} chosen={theme} />;
}
