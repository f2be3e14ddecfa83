import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { SpeechProvider } from "#app/words/speech.tsx";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import type { Language } from "#domain/words/languages.ts";

/** The HTML of a piece of a screen, in one language. */
export const spoken = (screen: ReactNode, language: Language = "en"): string =>
  renderToStaticMarkup(<SpeechProvider value={{ language, catalogue: CATALOGUES[language] }}>{screen}</SpeechProvider>);
