import { useCardContext, useEditing } from "#app/card/card-context.ts";
import { CardField } from "#app/card/card-field.tsx";
import type { CardConnection } from "#app/card/connection.ts";
import { ReadField } from "#app/card/string-input.tsx";

type PickInputProps<T extends string> = {
  place: string;
  label: string;
  value: T | "";
  options: readonly { value: T | ""; words: string }[];
  onPick: (connection: CardConnection, value: T | "") => void;
};

/** A choice among few words. */
export function PickInput<T extends string>({ place, label, value, options, onPick }: PickInputProps<T>) {
  const { canEdit } = useCardContext();
  const editing = useEditing();
  if (!canEdit) return <ReadField label={label} value={options.find((one) => one.value === value)?.words ?? ""} />;
  return (
    <CardField place={place} label={label}>
      {({ id, describedBy }) => (
        <select
          id={id}
          className="input"
          value={value}
          disabled={!editing}
          aria-describedby={describedBy}
          onChange={(event) => editing && onPick(editing, event.target.value as T | "")}
        >
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.words}
            </option>
          ))}
        </select>
      )}
    </CardField>
  );
}
