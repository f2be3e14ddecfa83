import { useCallback } from "react";
import { useLanguage } from "#app/words/speech.tsx";
import { unitList } from "#domain/words/formats.ts";

/** Writes names and other short words one after the other, as the language of the page does: "Ana, Bo, Chris". */
export function useList(): (words: readonly string[]) => string {
  const { locale } = useLanguage();
  return useCallback((words) => unitList(locale).format(words), [locale]);
}
