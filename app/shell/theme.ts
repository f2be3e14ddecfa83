import { keptLook } from "#app/shell/kept-look.ts";

/** Light, dark, or what the system says. */
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export const { of: themeOf, read: readTheme, cookie: themeCookie } = keptLook("assay-theme", THEMES);
