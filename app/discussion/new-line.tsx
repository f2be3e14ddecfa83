import { visitShow } from "#app/discussion/new-since.ts";
import { Time } from "#app/ui/time.tsx";
import { Words } from "#app/words/speech.tsx";

/** Stands between what this person has seen and what was said since. */
export function NewLine({ visit }: { visit: number }) {
  return (
    <p className="new-line">
      <span>
        <Words
          room="discussion"
          id="new_since"
          values={{ time: <Time at={visit} show={visitShow(visit, Date.now())} /> }}
        />
      </span>
    </p>
  );
}
