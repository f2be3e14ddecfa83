import type { ReactNode } from "react";
import { ShownText } from "#app/ui/shown-text.tsx";
import { Time } from "#app/ui/time.tsx";
import { ListOf } from "#app/words/list-of.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { EventSaying } from "#domain/event-saying.ts";

type EventWordsProps = {
  says: EventSaying;
  /** Who did it, as the screen shows people. */
  who: ReactNode;
  /** Stands in the place of another claim that the sentence names. */
  other?: ReactNode;
};

/** What an event of the record says. What people wrote stays apart from the sentence around it, whatever its direction. */
export function EventWords({ says, who, other }: EventWordsProps) {
  const somebody = useWords("events")("somebody");
  const { id, texts = {}, values, moment, names = [], changes = [] } = says;
  const named = (name: string | null) => (
    <bdi>
      <ShownText text={name ?? somebody} />
    </bdi>
  );
  const shown = Object.entries(texts).map(([gap, text]) => [gap, named(text)]);
  return (
    <Words
      room="events"
      id={id}
      values={{
        ...values,
        ...Object.fromEntries(shown),
        ...(other && { other }),
        who,
        moment: moment !== undefined && <Time at={moment} />,
        names: <ListOf of={names.map(named)} />,
        changes: <ListOf of={changes.map((one) => <EventWords key={one.id} says={one} who={null} />)} />,
      }}
    />
  );
}
