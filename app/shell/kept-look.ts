const YEAR = 365 * 24 * 60 * 60;

/** A choice of how the screens look. It is kept in a cookie of its own, so that the server paints the right one at once. */
export function keptLook<const T extends string>(name: string, choices: readonly [T, ...T[]]) {
  const of = (value: unknown): T => choices.find((one) => one === value) ?? choices[0];
  return {
    /** The choice that is meant; the first one for whatever is none. */
    of,
    read(request: Request): T {
      const cookies = (request.headers.get("Cookie") ?? "").split(/;\s*/);
      return of(cookies.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1));
    },
    cookie: (value: T): string => `${name}=${value}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax`,
  };
}
