import { DENSITIES, useDensity } from "#app/shell/density.ts";
import { LookChoice } from "#app/shell/look-choice.tsx";
import { useWords } from "#app/words/speech.tsx";

export function DensityChoice() {
  const say = useWords("shell");
  const options = DENSITIES.map((one) => ({ value: one, words: say(`density_${one}`) }));
  return <LookChoice name="density" words={say("density")} options={options} chosen={useDensity()} />;
}
