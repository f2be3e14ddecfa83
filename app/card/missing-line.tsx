import { type MouseEvent, type ReactNode, useRef } from "react";
import { useCard, useEditing } from "#app/card/card-context.ts";
import { anchorOf, goToPlace } from "#app/card/go-to-place.ts";
import { useOutOfSight } from "#app/card/use-out-of-sight.ts";
import { Button } from "#app/ui/button.tsx";
import { useLanguage, useWords, Words } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";
import { readCard } from "#domain/card.ts";
import { hiddenInCard, takeOutHidden } from "#domain/hidden-in-card.ts";
import { type Missing, missingParts } from "#domain/missing.ts";
import type { Scale } from "#domain/scales.ts";
import { unitList } from "#domain/words/formats.ts";

/**
 * One line that says what the card still needs before anybody would believe it. Once the statement is scrolled away it
 * is repeated here, drawn by the style sheet: its words stand on the page once.
 */
export function MissingLine({ scale }: { scale: Scale | null }) {
  const line = useRef<HTMLParagraphElement>(null);
  const statement = useCard((card) => card.statement);
  const language = useCard((card) => card.language);
  const isAway = useOutOfSight(".card-statement", line);
  return (
    <p className="missing" ref={line}>
      {isAway && (
        <span
          className="statement-again"
          aria-hidden="true"
          data-words={statement}
          lang={language || undefined}
          dir="auto"
        />
      )}
      <HiddenSigns />
      <MissingWords scale={scale} />
    </p>
  );
}

/** First what keeps the card from a sign-off, then what a reader would ask for. */
function MissingWords({ scale }: { scale: Scale | null }) {
  const say = useWords("card");
  const missing = useCard((card) => missingParts(card, scale));
  const [first, rest] = [missing.filter((one) => one.blocks), missing.filter((one) => !one.blocks)];
  if (missing.length === 0) return <span className="missing-parts quiet">{say("nothing_missing")}</span>;
  const label = (inside: ReactNode) => <strong>{inside}</strong>;
  return (
    <span className="missing-parts">
      {first.length > 0 && (
        <span>
          <Words room="card" id="missing_to_sign" values={{ label, parts: <Parts of={first} /> }} />
        </span>
      )}
      {rest.length > 0 && (
        <span>
          <Words room="card" id="missing" values={{ label, parts: <Parts of={rest} /> }} />
        </span>
      )}
    </span>
  );
}

/** The missing things as the language lists them, each a link to its field. */
function Parts({ of: missing }: { of: readonly Missing[] }) {
  const say = useWords("card");
  const { locale } = useLanguage();
  const list = unitList(locale).formatToParts(missing.map((one) => one.what));
  return list.map(({ type, value }) => {
    const one = type === "element" ? missing.find(({ what }) => what === value) : undefined;
    if (!one) return value;
    return (
      <a key={one.what} href={anchorOf(one.place)} onClick={(event) => follow(event, one.place)}>
        {say(`missing_${one.what}`)}
      </a>
    );
  });
}

function follow(event: MouseEvent, place: string): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (goToPlace(place)) event.preventDefault();
}

/** Nobody can read what an approval would cover while such characters stand in it. */
function HiddenSigns() {
  const say = useWords("card");
  const list = useList();
  const places = useCard(hiddenInCard);
  const editing = useEditing();
  if (places.length === 0) return null;
  const label = (inside: ReactNode) => <strong>{inside}</strong>;
  const named = list(places.map((one) => say(`hidden_${one}`)));
  return (
    <span className="hidden-signs">
      <Words room="card" id="hidden" values={{ label, places: named }} />
      {editing && (
        <Button kind="plain" onClick={() => editing.pick((doc) => takeOutHidden(doc, readCard(doc)))}>
          {say("hidden_take_out")}
        </Button>
      )}
    </span>
  );
}
