import { expect, test } from "vitest";
import { useSaying, useWords, Words } from "#app/words/speech.tsx";
import { spoken } from "#app/words/spoken.fixture.tsx";

function SignOut() {
  return useWords("shell")("sign_out");
}

test("[WD5] a screen says its sentences in the language of the page", () => {
  expect(spoken(<SignOut />, "en")).toBe("Sign out");
  expect(spoken(<SignOut />, "ar")).toBe("تسجيل الخروج");
});

test("[WD5] an element stands where the sentence has its gap, and what it holds is escaped", () => {
  const screen = <Words room="shell" id="fault_advice_numbered" values={{ number: <code>{"<7>"}</code> }} />;
  expect(spoken(screen, "en")).toMatch(/give them this number: <code>&lt;7&gt;<\/code>\.$/);
});

function Refused() {
  return useSaying("shell")({ room: "shell", id: "read_only", values: { why: "ENOSPC" } });
}

test("[WD5] a sentence that was kept for later is said in the language of whoever reads it", () => {
  expect(spoken(<Refused />, "en")).toContain("(ENOSPC)");
  expect(spoken(<Refused />, "ar")).toContain("(ENOSPC)");
});
