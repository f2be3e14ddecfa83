import type { Note } from "#server/import/report.ts";

/** The text of a file: UTF-8 or UTF-16, with a byte order mark or without; what is neither is read as Windows-1252, and told. */
export function decode(bytes: Uint8Array): { text: string; notes: Note[] } {
  const encoding = encodingOf(bytes);
  if (encoding !== "utf-8") return { text: read(bytes, encoding), notes: [] };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), notes: [] };
  } catch {
    return { text: read(bytes, "windows-1252"), notes: [{ path: "$", field: null, id: "note_encoding" }] };
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
