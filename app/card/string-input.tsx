import type { ReactNode } from "react";
import { useCard, useCardContext, useEditing } from "#app/card/card-context.ts";
import { CardField } from "#app/card/card-field.tsx";
import { ROOM, useRoom } from "#app/card/room.ts";
import type { StringField } from "#domain/card.ts";
import { setField } from "#domain/card-edit.ts";

type StringInputProps = {
  field: StringField;
  label: string;
  hint?: ReactNode;
  placeholder?: string;
  onWrite?: Parameters<typeof writeField>[2];
};

/** One short field of the card. The last one who writes it wins, and both see it happen. */
export function StringInput({ field, label, hint, placeholder, onWrite }: StringInputProps) {
  const value = useCard((card) => card[field]);
  const { canEdit } = useCardContext();
  const editing = useEditing();
  const { refusal, fits } = useRoom(ROOM.line);
  const write = (news: string) =>
    fits(value.length, news.length) && editing?.edit((doc) => writeField(doc, field, onWrite, news));
  if (!canEdit) return <ReadField label={label} value={value} />;
  return (
    <CardField place={`fields/${field}`} label={label} hint={hint} error={refusal}>
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          className="input"
          type="text"
          dir="auto"
          autoComplete="off"
          value={value}
          placeholder={placeholder}
          readOnly={!editing}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => write(event.target.value)}
        />
      )}
    </CardField>
  );
}

function writeField(
  doc: Parameters<typeof setField>[0],
  field: StringField,
  also: ((doc: Parameters<typeof setField>[0]) => void) | undefined,
  value: string,
): void {
  setField(doc, field, value);
  also?.(doc);
}

/** The same for those who may only read. */
export function ReadField({ label, value }: { label: string; value: string }) {
  return (
    <div className="card-field">
      <p className="field-label">{label}</p>
      <p className="read-value" dir="auto">
        {value || <span className="quiet">Not given</span>}
      </p>
    </div>
  );
}
