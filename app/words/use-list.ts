import { useMemo } from "react";
import { useLanguage } from "#app/words/speech.tsx";

/** Writes names and other short words one after the other, as the language of the page does: "Ana, Bo, Chris". */
export function useList(): (words: readonly string[]) => string {
  const { locale } = useLanguage();
  return useMemo(() => {
    const list = new Intl.ListFormat(locale, { type: "unit" });
    return (words) => list.format(words);
  }, [locale]);
}
