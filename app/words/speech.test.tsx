import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SpeechProvider, useSaying, useWords, Words } from "#app/words/speech.tsx";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import type { Language } from "#domain/words/languages.ts";

const rendered = (language: Language, screen: React.ReactNode) =>
  renderToStaticMarkup(<SpeechProvider value={{ language, catalogue: CATALOGUES[language] }}>{screen}</SpeechProvider>);

function SignOut() {
  return useWords("shell")("sign_out");
}

test("[WD5] a screen says its sentences in the language of the page", () => {
  expect(rendered("en", <SignOut />)).toBe("Sign out");
  expect(rendered("ar", <SignOut />)).toBe("تسجيل الخروج");
});

test("[WD5] an element stands where the sentence has its gap, and what it holds is escaped", () => {
  const screen = <Words room="shell" id="fault_advice_numbered" values={{ number: <code>{"<7>"}</code> }} />;
  expect(rendered("en", screen)).toMatch(/give them this number: <code>&lt;7&gt;<\/code>\.$/);
});

function Refused() {
  return useSaying()({ room: "shell", id: "read_only", values: { why: "ENOSPC" } });
}

test("[WD5] a sentence that was kept for later is said in the language of whoever reads it", () => {
  expect(rendered("en", <Refused />)).toContain("(ENOSPC)");
  expect(rendered("ar", <Refused />)).toContain("(ENOSPC)");
});
