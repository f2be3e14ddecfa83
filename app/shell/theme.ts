/** Light, dark, or what the system says. Kept in a cookie, so that the server paints the right one at once. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const NAME = "assay-theme";
const YEAR = 365 * 24 * 60 * 60;

export function themeOf(value: unknown): Theme {
  return THEMES.find((one) => one === value) ?? "system";
}

export function readTheme(request: Request): Theme {
  const cookies = (request.headers.get("Cookie") ?? "").split(/;\s*/);
  return themeOf(cookies.find((one) => one.startsWith(`${NAME}=`))?.slice(NAME.length + 1));
}

export function themeCookie(theme: Theme): string {
  return `${NAME}=${theme}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax`;
}
