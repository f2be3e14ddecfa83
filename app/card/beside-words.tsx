import { useCardContext, useColleagues } from "#app/card/card-context.ts";
import { WhoIsHere } from "#app/card/card-field.tsx";
import { lastWriter, type Place } from "#app/card/places.ts";
import type { OwnWords } from "#app/card/use-own-words.ts";
import { Button } from "#app/ui/button.tsx";

/** Who else writes in a short field, without taking room. */
export const WritingHere = ({ place }: { place: Place }) => <WhoIsHere place={place} doing=" is writing here" />;

/** What a colleague has written into the field that this person is in. Whoever leaves it last wins, so it is theirs to take. */
export function BesideWords({ place, own }: { place: Place; own: OwnWords }) {
  const { connection } = useCardContext();
  const here = useColleagues().find((one) => one.field === place);
  if (own.theirs === null) return null;
  const writer = connection && lastWriter(connection.doc, place);
  const name = (writer !== null && connection?.presence.nameOf(writer)) || here?.name || "A colleague";
  return (
    <p className="beside-words">
      <span>
        {name} {own.theirs === "" ? "emptied this field" : "wrote: "}
        <bdi>{own.theirs}</bdi>
      </span>
      {/* The focus stays in the box: leaving it would write one's own words over theirs. */}
      <Button kind="plain" onPointerDown={(event) => event.preventDefault()} onClick={own.take}>
        Take it
      </Button>
    </p>
  );
}
