import "@fontsource-variable/ibm-plex-sans/index.css";
import "@fontsource-variable/source-serif-4/index.css";
import "@fontsource/ibm-plex-mono/latin-400.css";
import "@fontsource/ibm-plex-sans-arabic/arabic-400.css";
import "@fontsource/ibm-plex-sans-arabic/arabic-600.css";
import sans from "@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2?url";
import serif from "@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2?url";

/** The two files that the first screen needs; all others load when a character asks for them. */
export const firstFonts = [sans, serif].map(
  (href) => ({ rel: "preload", as: "font", type: "font/woff2", crossOrigin: "anonymous", href }) as const,
);
