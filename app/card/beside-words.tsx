import { useCardContext, useColleagues } from "#app/card/card-context.ts";
import { WhoIsHere } from "#app/card/card-field.tsx";
import { lastWriter, type Place } from "#app/card/places.ts";
import type { OwnWords } from "#app/card/use-own-words.ts";
import { Button } from "#app/ui/button.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords, Words } from "#app/words/speech.tsx";

/** Who else writes in a short field, without taking room. */
export const WritingHere = ({ place }: { place: Place }) => <WhoIsHere place={place} isWriting />;

/** What a colleague has written into the field that this person is in. Whoever leaves it last wins, so it is theirs to take. */
export function BesideWords({ place, own }: { place: Place; own: OwnWords }) {
  const { connection } = useCardContext();
  const say = useWords("together");
  const here = useColleagues((all) => all.find((one) => one.field === place)?.name);
  if (own.theirs === null) return null;
  const writer = connection && lastWriter(connection.doc, place);
  const name = (writer !== null && connection?.presence.nameOf(writer)) || here || say("a_colleague");
  return (
    <p className="beside-words">
      <span>
        <Words
          room="together"
          id={own.theirs === "" ? "emptied" : "wrote"}
          values={{
            name: <bdi>{name}</bdi>,
            words: (
              <bdi>
                <ShownText text={own.theirs} />
              </bdi>
            ),
          }}
        />
      </span>
      {/* The focus stays in the box: leaving it would write one's own words over theirs. */}
      <Button kind="plain" onPointerDown={(event) => event.preventDefault()} onClick={own.take}>
        {say("take_theirs")}
      </Button>
    </p>
  );
}
