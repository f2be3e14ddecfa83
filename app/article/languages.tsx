import { useId } from "react";
import { TextField } from "#app/ui/text-field.tsx";

const COMMON: Record<string, string> = {
  en: "English",
  ar: "Arabic",
  de: "German",
  es: "Spanish",
  fa: "Persian",
  fr: "French",
  he: "Hebrew",
  hi: "Hindi",
  id: "Indonesian",
  it: "Italian",
  ja: "Japanese",
  pl: "Polish",
  pt: "Portuguese",
  ru: "Russian",
  sv: "Swedish",
  sw: "Swahili",
  tr: "Turkish",
  uk: "Ukrainian",
  ur: "Urdu",
  zh: "Chinese",
};

/** The language of the text, as a tag: screen readers and the cutting into sentences go by it. */
export function Languages({ defaultValue, error }: { defaultValue: string | undefined; error: string | undefined }) {
  const list = useId();
  return (
    <>
      <TextField
        label="Language of the text"
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
        {Object.entries(COMMON).map(([tag, name]) => (
          <option key={tag} value={tag}>
            {name}
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
