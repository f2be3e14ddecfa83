import { Form, useLocation } from "@remix-run/react";
import { THEME_WORDS, THEMES, type Theme } from "#app/shell/theme.ts";

/** Three buttons of one form: works without JavaScript, and the page changes in place with it. */
export function ThemeChoice({ theme }: { theme: Theme }) {
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/theme" preventScrollReset replace>
      <input type="hidden" name="back" value={pathname + search} />
      <fieldset className="theme-choice">
        <legend className="meta">Light or dark</legend>
        {THEMES.map((one) => (
          <button
            key={one}
            type="submit"
            className="theme-option"
            name="theme"
            value={one}
            aria-pressed={one === theme}
          >
            {THEME_WORDS[one]}
          </button>
        ))}
      </fieldset>
    </Form>
  );
}
