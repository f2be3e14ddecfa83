import { useFetcher, useLocation } from "@remix-run/react";
import { THEMES, type Theme } from "#app/shell/theme.ts";
import { Refusal } from "#app/ui/refusal.tsx";
import { useWords } from "#app/words/speech.tsx";

/** Three buttons of one form: works without JavaScript, and with it the page stays and only changes its colours. */
export function ThemeChoice({ theme }: { theme: Theme }) {
  const say = useWords("shell");
  const { pathname, search } = useLocation();
  const { Form, data: answer } = useFetcher({ key: "theme" });
  return (
    <Form method="post" action="/theme" preventScrollReset>
      <input type="hidden" name="back" value={pathname + search} />
      <fieldset className="theme-choice">
        <legend className="meta">{say("theme")}</legend>
        {THEMES.map((one) => (
          <button
            key={one}
            type="submit"
            className="theme-option"
            name="theme"
            value={one}
            aria-pressed={one === theme}
          >
            {say(`theme_${one}`)}
          </button>
        ))}
      </fieldset>
      <Refusal of={answer as Parameters<typeof Refusal>[0]["of"]} />
    </Form>
  );
}
