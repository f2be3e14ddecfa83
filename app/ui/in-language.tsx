import type { ReactNode } from "react";
import { I18nProvider } from "react-aria-components";
import { useLanguage } from "#app/words/speech.tsx";

/** Lets the components of React Aria speak, and run, as the page does. */
export function InLanguage({ children }: { children: ReactNode }) {
  return <I18nProvider locale={useLanguage().locale}>{children}</I18nProvider>;
}
