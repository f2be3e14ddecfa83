import { useLanguage } from "#app/words/speech.tsx";

/** Writes a number as the language of the page does. */
export function useCount(): (number: number) => string {
  const { format } = new Intl.NumberFormat(useLanguage().locale);
  return format;
}
