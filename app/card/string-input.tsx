import type { ReactNode } from "react";
import { BesideWords } from "#app/card/beside-words.tsx";
import { useCard, useCardContext, useEditing } from "#app/card/card-context.ts";
import { CardField } from "#app/card/card-field.tsx";
import { ROOM, useRoom } from "#app/card/room.ts";
import { useOwnWords } from "#app/card/use-own-words.ts";
import { ShownText } from "#app/ui/shown-text.tsx";
import { useWords } from "#app/words/speech.tsx";
import { type ShortText, stringIn } from "#domain/card.ts";
import { setField } from "#domain/card-edit.ts";

type StringInputProps = {
  field: ShortText;
  label: string;
  hint?: ReactNode;
  placeholder?: string;
  onWrite?: Parameters<typeof writeField>[2];
};

/** One short field of the card. It is stored whole: the last one who leaves it wins, and both see it happen. */
export function StringInput({ field, label, hint, placeholder, onWrite }: StringInputProps) {
  const value = useCard((card) => stringIn(card, field));
  const { canEdit } = useCardContext();
  const editing = useEditing();
  const { refusal, fits } = useRoom(ROOM.line);
  const own = useOwnWords(value, value, (news) => {
    editing?.edit((doc) => writeField(doc, field, onWrite, news));
    return news;
  });
  const place = `fields/${field}`;
  if (!canEdit) return <ReadField label={label} value={value} />;
  return (
    <CardField place={place} label={label} hint={hint} error={refusal} isWhole>
      {({ id, describedBy, invalid }) => (
        <div {...own.frame}>
          <input
            id={id}
            className="input"
            type="text"
            dir="auto"
            autoComplete="off"
            value={own.words}
            placeholder={placeholder}
            readOnly={!editing}
            aria-describedby={describedBy}
            aria-invalid={invalid || undefined}
            onChange={({ target }) => fits(own.words.length, target.value.length) && own.type(target.value)}
          />
          <BesideWords place={place} own={own} />
        </div>
      )}
    </CardField>
  );
}

function writeField(
  doc: Parameters<typeof setField>[0],
  field: ShortText,
  also: ((doc: Parameters<typeof setField>[0]) => void) | undefined,
  value: string,
): void {
  setField(doc, field, value);
  also?.(doc);
}

/** The same for those who may only read. */
export function ReadField({ label, value }: { label: string; value: string }) {
  const say = useWords("card");
  return (
    <div className="card-field">
      <p className="field-label">{label}</p>
      <p className="read-value" dir="auto">
        {value ? <ShownText text={value} /> : <span className="quiet">{say("not_given")}</span>}
      </p>
    </div>
  );
}
