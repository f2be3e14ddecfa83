import { Form, useLocation } from "@remix-run/react";
import { useLanguage, useWords } from "#app/words/speech.tsx";
import { LANGUAGE, OFFERED } from "#domain/words/languages.ts";

/** The languages of the screens, each in its own words. The page is loaded anew, because all of it changes. */
export function LanguageChoice() {
  const say = useWords("shell");
  const { language } = useLanguage();
  const { pathname, search } = useLocation();
  if (OFFERED.length < 2) return null;
  return (
    <Form method="post" action="/language" reloadDocument>
      <input type="hidden" name="back" value={pathname + search} />
      <fieldset className="theme-choice">
        <legend className="meta">{say("language")}</legend>
        {OFFERED.map((one) => (
          <button
            key={one}
            type="submit"
            className="theme-option"
            name="language"
            value={one}
            lang={one}
            dir={LANGUAGE[one].dir}
            aria-pressed={one === language}
          >
            {LANGUAGE[one].name}
          </button>
        ))}
      </fieldset>
    </Form>
  );
}
