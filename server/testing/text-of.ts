/** A file that was written piece by piece, as one text. */
export function textOf({ pieces }: { pieces: Iterable<string | Uint8Array> }): string {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return Array.from(pieces, (piece) => (typeof piece === "string" ? piece : decoder.decode(piece))).join("");
}
