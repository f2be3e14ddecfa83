import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
// By their paths, because the build reads this before it knows our aliases.
import type { Language } from "../../domain/words/languages.ts";
import { readMessage } from "../../domain/words/read-message.ts";
import type { SharedFile } from "./shared-files.ts";

const folder = (language: Language) => fileURLToPath(new URL(`../../domain/words/${language}/`, import.meta.url));

export const ROOMS = readdirSync(folder("en"))
  .map((name) => name.replace(".json", ""))
  .sort();

/** The files of one language, each a script that adds its rooms to those that the browser has; and where each room is. */
export function writtenFiles(language: Language, files: readonly SharedFile[]) {
  const written = files.map(({ rooms }) => {
    const sentences = Object.fromEntries(rooms.map((room) => [room, readRoom(language, room)]));
    const source = `Object.assign(globalThis.assayWords??={},${JSON.stringify(sentences)});`;
    const hash = createHash("sha256").update(source).digest("base64url").slice(0, 8);
    return { rooms, source, name: `assets/words-${language}-${rooms[0]}-${hash}.js` };
  });
  return {
    sources: written.map(({ name, source }) => [name, source] as const),
    byRoom: Object.fromEntries(written.flatMap(({ rooms, name }) => rooms.map((room) => [room, `/${name}`]))),
  };
}

/** The sentences as they are when they have been read, so that no browser needs what reads ICU messages. */
function readRoom(language: Language, room: string) {
  const texts = JSON.parse(readFileSync(`${folder(language)}${room}.json`, "utf8")) as Record<string, string>;
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, readMessage(text)]));
}
