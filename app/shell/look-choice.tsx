import { useFetcher, useLocation } from "@remix-run/react";
import { Refusal } from "#app/ui/refusal.tsx";

type LookProps = {
  /** The name of the choice, which is also the address that keeps it. */
  name: "theme" | "density";
  words: string;
  options: readonly { value: string; words: string }[];
  chosen: string;
};

/** Buttons of one form: works without JavaScript, and with it the page stays and only changes its look. */
export function LookChoice({ name, words, options, chosen }: LookProps) {
  const { pathname, search } = useLocation();
  const { Form, data: answer } = useFetcher({ key: name });
  return (
    <Form method="post" action={`/${name}`} preventScrollReset>
      <input type="hidden" name="back" value={pathname + search} />
      <fieldset className="theme-choice">
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
      <Refusal of={answer as Parameters<typeof Refusal>[0]["of"]} />
    </Form>
  );
}
