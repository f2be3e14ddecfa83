import { useEffect, useRef } from "react";
import { AddressInput } from "#app/card/address-input.tsx";
import { useEditing } from "#app/card/card-context.ts";
import { LineInput } from "#app/card/line-input.tsx";
import { STANCE_WORDS } from "#app/card/source-read.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { Select } from "#app/ui/text-field.tsx";
import { SOURCE_RANKS, type Source, type SourceRank, type SourceString, STANCES, type Stance } from "#domain/card.ts";
import { type SourceValue, setSource } from "#domain/card-edit.ts";

/** Everything about one source, stored as it is typed. */
export function SourceForm({ source }: { source: Source }) {
  const editing = useEditing();
  const first = useRef<HTMLSelectElement>(null);
  useEffect(() => first.current?.focus(), []);
  const pick = <Key extends keyof SourceValue>(key: Key, value: SourceValue[Key]) =>
    editing?.pick((doc) => setSource(doc, source.id, key, value));
  const bind = (key: SourceString) => ({
    place: `sources/${source.id}/${key}`,
    value: source[key],
    onWrite: (value: string) => editing?.edit((doc) => setSource(doc, source.id, key, value)),
  });
  return (
    <div className="source-form">
      <Select
        ref={first}
        label="Stance"
        value={source.stance}
        onChange={(event) => pick("stance", event.target.value as Stance)}
      >
        {STANCES.map((one) => (
          <option key={one} value={one}>
            {STANCE_WORDS[one]}
          </option>
        ))}
      </Select>
      <Select
        label="First or second hand"
        value={source.rank ?? ""}
        onChange={(event) =>
          pick("rank", SOURCE_RANKS.find((one): one is SourceRank => one === event.target.value) ?? null)
        }
      >
        <option value="">not chosen</option>
        <option value="primary">primary source</option>
        <option value="secondary">secondary source</option>
      </Select>
      <LineInput label="Title" {...bind("title")} />
      <AddressInput label="Address" {...bind("url")} />
      <LineInput label="Publisher" {...bind("publisher")} />
      <LineInput label="Author" {...bind("author")} />
      <LineInput label="Date" {...bind("date")} placeholder="2026-03-08" />
      <LineInput label="Where in it" {...bind("locator")} hint="Page, paragraph or time code" />
      <div className="source-wide">
        <LineInput isQuote label="Quote, word for word" lang={source.quoteLanguage || undefined} {...bind("quote")} />
      </div>
      <LineInput
        label="Language of the quote"
        {...bind("quoteLanguage")}
        placeholder="en"
        hint="As a code: en, ar, fr"
      />
      <AddressInput label="Archived copy" {...bind("archivedUrl")} />
      <LineInput label="Goes back to" {...bind("origin")} hint="Two sources from one origin are not independent" />
      <LineInput label="Note" {...bind("note")} />
      <div className="source-wide">
        <Choice
          label="Protect this source"
          hint="It stays out of every release"
          checked={source.protected}
          onChange={(event) => pick("protected", event.target.checked)}
        />
      </div>
    </div>
  );
}
