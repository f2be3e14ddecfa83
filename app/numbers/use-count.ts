import { useLanguage } from "#app/words/speech.tsx";
import { numberFormat } from "#domain/words/formats.ts";

/** Writes a number as the language of the page does. */
export function useCount(): (number: number) => string {
  const { format } = numberFormat(useLanguage().locale);
  return format;
}
