import { expect, test } from "vitest";
import { NOTICE_REASONS, type NoticeSubject, noticeSaying } from "#domain/notices.ts";
import { CATALOGUES } from "#domain/words/catalogues.ts";
import { LANGUAGES } from "#domain/words/languages.ts";
import { saySaying } from "#domain/words/say.ts";

const SUBJECTS: NoticeSubject[] = [
  {},
  { isTurn: true },
  { restedOn: "C-1-7" },
  ...(["correction", "update", "retraction", "asked"] as const).map((correction) => ({ correction })),
];

test("[NO8] each reason to tell somebody is said in words, in every language, with the clock or a person as its cause", () => {
  for (const language of LANGUAGES) {
    const say = (...given: Parameters<typeof noticeSaying>) =>
      saySaying({ language, catalogue: CATALOGUES[language] }, noticeSaying(...given));
    const plain = NOTICE_REASONS.map((reason) => say({ reason, actor: "Bo", subject: {} }));
    expect(new Set(plain).size, "each reason has a sentence of its own").toBe(NOTICE_REASONS.length);
    for (const reason of NOTICE_REASONS)
      for (const subject of SUBJECTS)
        for (const actor of ["Bo", null]) {
          const words = say({ reason, actor, subject });
          expect(words).not.toMatch(/_|\{|undefined|null/);
          expect(words).toMatch(language === "en" ? /^[A-Z].* .*[.]$/ : /[\u0600-\u06ff]{3,}.*[.]$/);
          if (subject.restedOn && reason !== "due_soon") expect(words).toContain(subject.restedOn);
        }
  }
});
