import { Form, useLocation } from "@remix-run/react";
import { useLanguage, useWords } from "#app/words/speech.tsx";
import { LANGUAGE, LANGUAGES } from "#domain/words/languages.ts";

/** The languages of the screens, each in its own words. The page is loaded anew, because all of it changes. */
export function LanguageChoice({ look = "theme" }: { look?: "theme" | "door" }) {
  const say = useWords("shell");
  const { language } = useLanguage();
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/language" reloadDocument>
      <input type="hidden" name="back" value={pathname + search} />
      <fieldset className={`${look}-choice`}>
        <legend className={look === "door" ? "unseen" : "meta"}>{say("language")}</legend>
        {LANGUAGES.map((one) => (
          <button
            key={one}
            type="submit"
            className={`${look}-option`}
            name="language"
            value={one}
            lang={one}
            aria-pressed={one === language}
          >
            <bdi>{LANGUAGE[one].name}</bdi>
          </button>
        ))}
      </fieldset>
    </Form>
  );
}
