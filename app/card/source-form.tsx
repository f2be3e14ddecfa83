import { useEffect, useRef } from "react";
import { AddressInput } from "#app/card/address-input.tsx";
import { useEditing } from "#app/card/card-context.ts";
import { LineInput } from "#app/card/line-input.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { Select } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";
import { SOURCE_RANKS, type Source, type SourceRank, type SourceString, STANCES, type Stance } from "#domain/card.ts";
import { type SourceValue, setSource } from "#domain/card-edit.ts";

/** Everything about one source, stored as it is typed. */
export function SourceForm({ source }: { source: Source }) {
  const editing = useEditing();
  const say = useWords("sources");
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
        label={say("stance")}
        value={source.stance}
        onChange={(event) => pick("stance", event.target.value as Stance)}
      >
        {STANCES.map((one) => (
          <option key={one} value={one}>
            {say(one)}
          </option>
        ))}
      </Select>
      <Select
        label={say("rank")}
        value={source.rank ?? ""}
        onChange={(event) =>
          pick("rank", SOURCE_RANKS.find((one): one is SourceRank => one === event.target.value) ?? null)
        }
      >
        <option value="">{say("rank_none")}</option>
        <option value="primary">{say("primary")}</option>
        <option value="secondary">{say("secondary")}</option>
      </Select>
      <LineInput label={say("source_title")} {...bind("title")} />
      <AddressInput label={say("address")} {...bind("url")} />
      <LineInput label={say("publisher")} {...bind("publisher")} />
      <LineInput label={say("author")} {...bind("author")} />
      <LineInput label={say("date")} {...bind("date")} placeholder={say("date_example")} />
      <LineInput label={say("locator")} {...bind("locator")} hint={say("locator_hint")} />
      <div className="source-wide">
        <LineInput isQuote label={say("quote")} lang={source.quoteLanguage || undefined} {...bind("quote")} />
      </div>
      <LineInput
        label={say("quote_language")}
        {...bind("quoteLanguage")}
        placeholder={say("quote_language_example")}
        hint={say("quote_language_hint")}
      />
      <AddressInput label={say("archived_address")} {...bind("archivedUrl")} />
      <LineInput label={say("origin")} {...bind("origin")} hint={say("origin_hint")} />
      <LineInput label={say("note")} {...bind("note")} />
      <div className="source-wide">
        <Choice
          label={say("protect")}
          hint={say("protect_hint")}
          checked={source.protected}
          onChange={(event) => pick("protected", event.target.checked)}
        />
      </div>
    </div>
  );
}
