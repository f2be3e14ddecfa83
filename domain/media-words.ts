import type { Media } from "#domain/media.ts";
import { unitList } from "#domain/words/formats.ts";
import { LANGUAGE } from "#domain/words/languages.ts";
import { type Say, type Speech, say } from "#domain/words/say.ts";

/** What is said of the media that a claim is about, line by line: what it is and what was found, its original, its context. */
export function mediaLines(
  say: Say<"media">,
  list: (words: readonly string[]) => string,
  { kind, findings, original, context }: Media,
): string[] {
  const found = list(findings.map((one) => say(one)));
  return [
    findings.length > 0 ? say("summary", { kind, findings: found }) : say("summary_open", { kind }),
    ...(original ? [say("original_at", { address: original })] : []),
    ...(context ? [context] : []),
  ];
}

/** Says media in a language, where no screen says them. */
export function mediaSayer(speech: Speech): (media: Media) => string[] {
  const list = (words: readonly string[]) => unitList(LANGUAGE[speech.language].locale).format(words);
  return (media) => mediaLines((id, values) => say(speech, "media", id, values), list, media);
}
