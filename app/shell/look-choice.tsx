import { useFetcher, useLocation } from "@remix-run/react";
import { Refusal } from "#app/ui/refusal.tsx";

type LookProps = {
  /** The name of the choice, which is also the address that keeps it. */
  name: "theme" | "density" | "keep-typed";
  words: string;
  /** What has to be known before choosing. */
  hint?: string;
  options: readonly { value: string; words: string }[];
  chosen: string;
};

/** Buttons of one form: works without JavaScript, and with it the page stays and only changes its look. */
export function LookChoice({ name, words, hint, options, chosen }: LookProps) {
  const { pathname, search } = useLocation();
  const { Form, data: answer } = useFetcher({ key: name });
  return (
    <Form method="post" action={`/${name}`} preventScrollReset>
      <input type="hidden" name="back" value={pathname + search} />
      <fieldset className="theme-choice" aria-describedby={hint && `${name}-hint`}>
        <legend className="meta">{words}</legend>
        {options.map((one) => (
          <button
            key={one.value}
            type="submit"
            className="theme-option"
            name={name}
            value={one.value}
            aria-pressed={one.value === chosen}
          >
            {one.words}
          </button>
        ))}
      </fieldset>
      {hint && (
        <p className="choice-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <Refusal of={answer as Parameters<typeof Refusal>[0]["of"]} />
    </Form>
  );
}
