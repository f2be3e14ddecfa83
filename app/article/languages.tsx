import { useId } from "react";
import { TextField } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";

const COMMON = [
  ...["en", "ar", "de", "es", "fa", "fr", "he", "hi", "id", "it"],
  ...["ja", "pl", "pt", "ru", "sv", "sw", "tr", "uk", "ur", "zh"],
] as const;

/** The language of the text, as a tag: screen readers and the cutting into sentences go by it. */
export function Languages({ defaultValue, error }: { defaultValue: string | undefined; error: string | undefined }) {
  const say = useWords("article");
  const list = useId();
  return (
    <>
      <TextField
        label={say("paste_language")}
        name="language"
        list={list}
        maxLength={35}
        placeholder="en"
        autoCapitalize="none"
        spellCheck={false}
        defaultValue={defaultValue}
        error={error}
      />
      <datalist id={list}>
        {COMMON.map((tag) => (
          <option key={tag} value={tag}>
            {say(`language_${tag}`)}
          </option>
        ))}
      </datalist>
    </>
  );
}

const FROM_THE_RIGHT = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

/** The direction of a text by its language; without one each paragraph decides by its first letter. */
export function directionOf(language: string): "rtl" | "ltr" | "auto" {
  const [main = ""] = language.toLowerCase().split("-");
  if (main === "") return "auto";
  return FROM_THE_RIGHT.has(main) ? "rtl" : "ltr";
}
