import { sha256Hex } from "#domain/content.ts";

/** The entity tag of an answer: it changes with every byte. @see RFC 9110 §8.8.3 */
export const etagOf = (body: string): string => `"${sha256Hex(body).slice(0, 32)}"`;

/** Whether a list of tags, as `If-Match` and `If-None-Match` hold them, names this one. Weak tags count as their strong ones. */
export const isNamed = (tag: string, header: string): boolean =>
  header.trim() === "*" || header.split(",").some((one) => one.trim().replace(/^W\//, "") === tag);
