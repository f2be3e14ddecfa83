import { useSyncExternalStore } from "react";
import { caretsShown, LEVELS, type Level, levelOf } from "#app/together/choices.ts";
import { pause, resume } from "#app/together/paused.ts";
import { usePaused } from "#app/together/use-pause.ts";
import { Choice } from "#app/ui/choice.tsx";
import { useWords } from "#app/words/speech.tsx";

const usual = (): Level => "near";

/** How much of what colleagues do is shown and said to this person, on this device. */
export function TogetherChoices({ me }: { me: string }) {
  const say = useWords("together");
  const isPaused = usePaused() !== null;
  const carets = useSyncExternalStore(caretsShown.subscribe, caretsShown.get, () => "shown");
  const level = levelOf(me);
  const told = useSyncExternalStore(level.subscribe, level.get, usual);
  return (
    <div className="together-choices">
      <Choice
        label={say("pause")}
        hint={say("pause_hint")}
        checked={isPaused}
        onChange={({ target }) => (target.checked ? pause() : resume())}
      />
      <Choice
        label={say("hide_carets")}
        checked={carets === "hidden"}
        onChange={({ target }) => caretsShown.set(target.checked ? "hidden" : "shown")}
      />
      <fieldset className="together-levels">
        <legend className="meta">{say("level")}</legend>
        {LEVELS.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="told"
            label={say(`level_${one}`)}
            checked={told === one}
            onChange={() => level.set(one)}
          />
        ))}
      </fieldset>
    </div>
  );
}
