import { stringify } from "csv-stringify/sync";

/** One row of a CSV file: RFC 4180, every cell quoted, CRLF. */
export function csvLine(cells: readonly string[], { bom = false } = {}): string {
  return stringify([cells], { bom, quoted: true, quoted_empty: true, record_delimiter: "windows" });
}
