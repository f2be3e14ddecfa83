const YEAR = 365 * 24 * 60 * 60;

/** A choice of how the screens look. It is kept in a cookie of its own, so that the server paints the right one at once. */
export function keptLook<const T extends string>(name: string, choices: readonly [T, ...T[]]) {
  const of = (value: unknown): T => choices.find((one) => one === value) ?? choices[0];
  return {
    /** The choice that is meant; the first one for whatever is none. */
    of,
    read: (request: Request): T => of(cookieIn(request, name)),
    cookie: (value: T): string => keptCookie(name, value),
  };
}

export function cookieIn(request: Request, name: string): string | undefined {
  const cookies = (request.headers.get("Cookie") ?? "").split(/;\s*/);
  return cookies.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);
}

export const keptCookie = (name: string, value: string): string =>
  `${name}=${value}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax`;
