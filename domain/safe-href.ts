const ALLOWED = new Set(["http:", "https:", "mailto:"]);

/**
 * The one place that decides whether an address may become a link: absolute http, https or mailto, else null.
 * Returns the address as the WHATWG URL parser writes it, so a look-alike host shows as punycode.
 */
export function safeHref(address: string): string | null {
  const url = URL.parse(address.trim());
  return url && ALLOWED.has(url.protocol) && /^(https?:\/\/|mailto:)/i.test(address.trim()) ? url.href : null;
}
