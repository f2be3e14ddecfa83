import { Avatar } from "#app/ui/avatar.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { ReviewView } from "#server/services/claim-view.ts";

type Counted = "current" | "stale" | "open";
const COUNTED: readonly string[] = ["current", "stale", "open"] satisfies Counted[];

/** What colleagues have decided on the claim, as far as it still counts. */
export function OtherReviews({ reviews }: { reviews: readonly ReviewView[] }) {
  const say = useWords("work");
  const counted = reviews.filter((one) => !one.mine && COUNTED.includes(one.state));
  if (counted.length === 0) return null;
  return (
    <ul className="review-others" aria-label={say("others")}>
      {counted.map(({ id, reviewer, state, note }) => (
        <li key={id} className="review-other" data-state={state}>
          <Avatar name={reviewer?.name ?? ""} colour={reviewer?.colour ?? 0} decorative />
          <div>
            <p>
              {reviewer ? say(`other_${state as Counted}`, { name: reviewer.name }) : say(`left_${state as Counted}`)}
            </p>
            {note && (
              <p className="review-note" dir="auto">
                <ShownText text={note} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
