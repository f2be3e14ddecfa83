/** A path on this desk out of a form or an address, or `otherwise`: nobody can be sent to another site with it. */
export function pathOf(given: unknown, otherwise: string): string {
  if (typeof given !== "string" || !/^\/(?![/\\])/.test(given)) return otherwise;
  const url = new URL(given, "http://desk.invalid");
  return url.host === "desk.invalid" ? url.pathname + url.search + url.hash : otherwise;
}
