import { type ReactNode, useEffect, useRef } from "react";
import { useCardContext, useColleagues } from "#app/card/card-context.ts";
import type { Colleague } from "#app/card/presence.ts";
import { activity } from "#app/together/activity.ts";
import { levelOf } from "#app/together/choices.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { useSaying, useWords, Words } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";
import { placeSaying } from "#domain/place-words.ts";

type Other = Pick<Colleague, "id" | "name" | "colour" | "field">;

/** Who else has this card open, and in which field they are. */
export function PresenceBar() {
  const say = useWords("together");
  const people = useOthers();
  useAnnounced(people);
  if (people.length === 0) return null;
  return (
    <ul className="presence" aria-label={say("also_here")}>
      {people.slice(0, 6).map((one) => (
        <li key={one.id} className="presence-person">
          <Avatar name={one.name} colour={one.colour} decorative />
          <span className="presence-where">
            <Where person={one} />
          </span>
        </li>
      ))}
      {people.length > 6 && <li className="presence-person">{say("also_here_more", { count: people.length - 6 })}</li>}
    </ul>
  );
}

function Where({ person: { name, field } }: { person: Other }) {
  const sayIt = useSaying("places");
  if (!field) return <bdi>{name}</bdi>;
  const where = (inside: ReactNode) => <span className="quiet">{inside}</span>;
  const values = { name: <bdi>{name}</bdi>, where, place: sayIt(placeSaying(field)) };
  return <Words room="together" id="also_here_in" values={values} />;
}

/** One entry per person, however many tabs they have; the tab in which they are in a field counts. */
function useOthers(): Other[] {
  const { memberId } = useCardContext();
  const others = useColleagues((all) =>
    all.flatMap(({ id, name, colour, field }) => (id === memberId ? [] : [{ id, name, colour, field }])),
  );
  const byPerson = new Map<string, Other>();
  for (const one of others) if (!byPerson.get(one.id)?.field) byPerson.set(one.id, one);
  return [...byPerson.values()];
}

/** Says who came in, and who is editing the very field that this person is in; nothing else. */
function useAnnounced(people: readonly Other[]): void {
  const { connection, memberId } = useCardContext();
  const say = useWords("together");
  const list = useList();
  const before = useRef<ReadonlyMap<string, string | null>>(new Map());
  useEffect(() => {
    const own = connection?.presence.awareness.getLocalState()?.field as string | null | undefined;
    const arrived = people.filter((one) => !before.current.has(one.id)).map((one) => one.name);
    const beside = people.filter((one) => own && one.field === own && before.current.get(one.id) !== own);
    before.current = new Map(people.map((one) => [one.id, one.field]));
    if (levelOf(memberId).get() === "none") return;
    if (arrived.length > 0) activity.say(say("opened", { names: list(arrived) }));
    if (own && beside.length > 0) {
      const names = list(beside.map((one) => one.name));
      activity.say(say("beside_you", { names, count: beside.length, place: placeSaying(own) }));
    }
  }, [people, connection, memberId, say, list]);
}
