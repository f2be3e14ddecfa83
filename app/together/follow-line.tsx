import { useEffect } from "react";
import type { Presence } from "#app/live/live-message.ts";
import { unfollow } from "#app/together/follow.ts";
import type { Following } from "#app/together/use-follow.ts";
import { announce } from "#app/ui/announcer.tsx";
import { Button } from "#app/ui/button.tsx";

/** Says whom this window follows, and the way out of it. */
export function FollowLine({ following }: { following: Following }) {
  if (!following) return null;
  const { who, isWaiting } = following;
  return (
    <div className="together-line">
      <p>
        {isWaiting
          ? `You follow ${who.name} as soon as what you typed here is sent.`
          : `Following ${who.name}. Esc or anything you do yourself stops it.`}
      </p>
      <Button onClick={unfollow}>Stop following</Button>
    </div>
  );
}

/** Says who follows this person. It stands in the head of the case and moves nothing. */
export function FollowedBy({ me, roster }: { me: string; roster: readonly Presence[] }) {
  const words = followedWords(roster.filter((one) => one.following === me).map((one) => one.name));
  useEffect(() => {
    if (words) announce(words);
  }, [words]);
  return words && <p className="followed-by">{words}</p>;
}

export function followedWords(names: readonly string[]): string | null {
  const [first, second, ...rest] = names;
  if (first === undefined) return null;
  if (second === undefined) return `${first} follows you`;
  return rest.length === 0 ? `${first} and ${second} follow you` : `${first} and ${rest.length + 1} others follow you`;
}
