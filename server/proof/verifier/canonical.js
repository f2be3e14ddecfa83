import { hash } from "node:crypto";

/** JSON as RFC 8785 writes it: sorted keys, no white space. @param {unknown} value @returns {string} */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, one]) => one !== undefined);
  const sorted = members.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(",")}}`;
}

/** SHA-256 of bytes, or of a text in UTF-8, in lower-case hex. @param {string | Uint8Array} content */
export const sha256 = (content) => hash("sha256", content);

/** The same value with every text in Unicode NFC, as the hash of a claim set takes it. @param {unknown} value @returns {unknown} */
export function normalised(value) {
  if (typeof value === "string") return value.normalize("NFC");
  if (Array.isArray(value)) return value.map(normalised);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.normalize("NFC"), normalised(one)]));
}
