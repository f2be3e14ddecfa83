const ALLOWED = /^(?:https?:\/\/|mailto:)[^/]/i;

/** Characters that parsers drop or rewrite, so that the address would not go where it reads: controls, backslashes, bidi overrides. */
const DECEPTIVE = /[\p{Cc}\\\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/**
 * The one place that decides whether an address may become a link: absolute http, https or mailto without a user name
 * or password, else null. Returns the address as the WHATWG URL parser writes it, so a look-alike host shows as punycode.
 */
export function safeHref(address: string): string | null {
  const trimmed = address.trim();
  if (!ALLOWED.test(trimmed) || DECEPTIVE.test(trimmed)) return null;
  const url = URL.parse(trimmed);
  return url && url.username === "" && url.password === "" ? url.href : null;
}
