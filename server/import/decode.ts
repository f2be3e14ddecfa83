import type { Note } from "#server/import/report.ts";

/**
 * The text of a file: UTF-8 or UTF-16, with a byte order mark or without. What is neither is read as a page says of itself,
 * anything else as Windows-1252, and told.
 */
export function decode(bytes: Uint8Array): { text: string; notes: Note[] } {
  const encoding = encodingOf(bytes);
  if (encoding !== "utf-8") return { text: read(bytes, encoding), notes: [] };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), notes: [] };
  } catch {
    const name = declaredIn(bytes);
    if (name === null) return { text: read(bytes, ANY), notes: [{ path: "$", field: null, id: "note_encoding" }] };
    return {
      text: read(bytes, name),
      notes: [{ path: "$", field: null, id: "note_encoding_named", values: { name } }],
    };
  }
}

/** In it, any bytes are letters. */
const ANY = "windows-1252";
const DECLARED = /<(?:meta\b[^<>]*?\bcharset|\?xml\b[^<>]*?\bencoding)\s*=\s*["']?\s*([\w-]+)/i;

/** The encoding that a page names where browsers look for it; null where it names none, or none that it could be in. */
function declaredIn(bytes: Uint8Array): string | null {
  const start = read(bytes.subarray(0, 1_024), ANY);
  const [, label = ""] = (start.trimStart().startsWith("<") && DECLARED.exec(start)) || [];
  const name = encodingCalled(label);
  return name === null || name === ANY || name.startsWith("utf-") ? null : name;
}

function encodingCalled(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

const read = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes);

/** A byte order mark decides; without one, zeros in every second place are what UTF-16 makes of Latin letters and signs. */
function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const start = bytes.subarray(0, 400);
  const zeros = (odd: number) => start.filter((byte, at) => at % 2 === odd && byte === 0).length;
  if (zeros(1) > start.length / 8) return "utf-16le";
  if (zeros(0) > start.length / 8) return "utf-16be";
  return "utf-8";
}
