import { useSyncExternalStore } from "react";
import { caretsShown, LEVEL_WORDS, LEVELS, type Level, levelOf } from "#app/together/choices.ts";
import { pause, resume } from "#app/together/paused.ts";
import { usePaused } from "#app/together/use-pause.ts";
import { Choice } from "#app/ui/choice.tsx";

const usual = (): Level => "near";

/** How much of what colleagues do is shown and said to this person, on this device. */
export function TogetherChoices({ me }: { me: string }) {
  const isPaused = usePaused() !== null;
  const carets = useSyncExternalStore(caretsShown.subscribe, caretsShown.get, () => "shown");
  const level = levelOf(me);
  const told = useSyncExternalStore(level.subscribe, level.get, usual);
  return (
    <div className="together-choices">
      <Choice
        label="Pause live updates"
        hint="Lists and the open card hold still. What you write is saved, and what you sign is checked against what is there."
        checked={isPaused}
        onChange={({ target }) => (target.checked ? pause() : resume())}
      />
      <Choice
        label="Hide others’ carets"
        checked={carets === "hidden"}
        onChange={({ target }) => caretsShown.set(target.checked ? "hidden" : "shown")}
      />
      <fieldset className="together-levels">
        <legend className="meta">A screen reader says of others</legend>
        {LEVELS.map((one) => (
          <Choice
            key={one}
            type="radio"
            name="told"
            label={LEVEL_WORDS[one]}
            checked={told === one}
            onChange={() => level.set(one)}
          />
        ))}
      </fieldset>
    </div>
  );
}
