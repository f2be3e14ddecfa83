import "#app/release/find-form.css";
import { Form } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";

/** Asks for the claims with some words, by an address of its own that works without scripts. */
export function FindForm({ label, hint, words }: { label: string; hint: string; words: string }) {
  const say = useWords("release");
  return (
    <Form className="release-find-form" role="search">
      <TextField
        key={words}
        label={label}
        hint={hint}
        name="q"
        type="search"
        maxLength={200}
        dir="auto"
        defaultValue={words}
        beside={<Button type="submit">{say("find")}</Button>}
      />
    </Form>
  );
}
