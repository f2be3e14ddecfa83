import { useCallback } from "react";
import { useWords } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";
import type { Media } from "#domain/media.ts";
import { mediaLines } from "#domain/media-words.ts";

/** Says, as the page does, the media that a claim is about, line by line. */
export function useMediaLines(): (media: Media) => string[] {
  const say = useWords("media");
  const list = useList();
  return useCallback((media) => mediaLines(say, list, media), [say, list]);
}
