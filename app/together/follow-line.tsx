import { useEffect } from "react";
import type { Presence } from "#app/live/live-message.ts";
import { unfollow } from "#app/together/follow.ts";
import type { Following } from "#app/together/use-follow.ts";
import { announce } from "#app/ui/announcer.tsx";
import { Button } from "#app/ui/button.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { Say } from "#domain/words/say.ts";

/** Says whom this window follows, and the way out of it. */
export function FollowLine({ following }: { following: Following }) {
  const say = useWords("together");
  if (!following) return null;
  const { who, isWaiting } = following;
  return (
    <div className="together-line">
      <p>
        <Words
          room="together"
          id={isWaiting ? "following_soon" : "following"}
          values={{ name: <bdi>{who.name}</bdi> }}
        />
      </p>
      <Button onClick={unfollow}>{say("stop_following")}</Button>
    </div>
  );
}

/** Says who follows this person. It stands in the head of the case and moves nothing. */
export function FollowedBy({ me, roster }: { me: string; roster: readonly Presence[] }) {
  const say = useWords("together");
  const words = followedWords(
    say,
    roster.filter((one) => one.following === me).map((one) => one.name),
  );
  useEffect(() => {
    if (words) announce(words);
  }, [words]);
  return words && <p className="followed-by">{words}</p>;
}

export function followedWords(say: Say<"together">, names: readonly string[]): string | null {
  const [name, other, ...rest] = names;
  if (name === undefined) return null;
  if (other === undefined) return say("one_follows", { name });
  return rest.length === 0 ? say("two_follow", { name, other }) : say("more_follow", { name, count: rest.length + 1 });
}
