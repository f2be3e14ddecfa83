import { LookChoice } from "#app/shell/look-choice.tsx";
import { useRoot } from "#app/shell/use-root.ts";
import { useWords } from "#app/words/speech.tsx";

/** Whether this browser keeps what is typed until the server has it. */
export function KeepChoice() {
  const say = useWords("unsent");
  const options = (["no", "yes"] as const).map((value) => ({ value, words: say(`keep_${value}`) }));
  return (
    <LookChoice
      name="keep-typed"
      words={say("keep")}
      hint={say("keep_hint")}
      options={options}
      chosen={useRoot()?.keepsTyped ? "yes" : "no"}
    />
  );
}
