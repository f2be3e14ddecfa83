import { Avatar } from "#app/ui/avatar.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import type { ReviewView } from "#server/services/claim-view.ts";

const WORDS: Partial<Record<ReviewView["state"], (name: string) => string>> = {
  current: (name) => `${name} has signed this text.`,
  stale: (name) => `${name} had signed it before it changed.`,
  open: (name) => `${name} asks for changes.`,
};

/** What colleagues have decided on the claim, as far as it still counts. */
export function OtherReviews({ reviews }: { reviews: readonly ReviewView[] }) {
  const counted = reviews.filter((one) => !one.mine && WORDS[one.state]);
  if (counted.length === 0) return null;
  return (
    <ul className="review-others" aria-label="What colleagues decided">
      {counted.map(({ id, reviewer, state, note }) => (
        <li key={id} className="review-other" data-state={state}>
          <Avatar name={reviewer?.name ?? ""} colour={reviewer?.colour ?? 0} decorative />
          <div>
            <p>{WORDS[state]?.(reviewer?.name ?? "Somebody who left")}</p>
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
