import "#app/article/paste-form.css";
import { Form, useBeforeUnload, useNavigation, useSubmit } from "@remix-run/react";
import { type FormEvent, useCallback, useRef } from "react";
import { Languages } from "#app/article/languages.tsx";
import { PasteArea } from "#app/article/paste-area.tsx";
import { titleIn } from "#app/article/title-in.ts";
import { useExactText } from "#app/article/use-exact-text.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { fieldErrors, Refusal } from "#app/ui/refusal.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";
import { LIMITS } from "#domain/limits.ts";

export type PasteFacts = { title: string; originUrl: string; outlet: string; publishedOn: string; language: string };

type PasteFormProps = {
  facts: Partial<PasteFacts>;
  answer: unknown;
  /** What the button says. */
  submit: string;
  cancel: string;
};

/** The form for an article's text and where it came from. A refusal leaves everything as it was typed. */
export function PasteForm({ facts, answer, submit, cancel }: PasteFormProps) {
  const say = useWords("article");
  const errors = fieldErrors(answer);
  const isBusy = useNavigation().state !== "idle";
  const typed = { ...facts, ...(answer as { typed?: Record<string, string> } | undefined)?.typed };
  const exact = useExactText((typed as { text?: string }).text ?? "");
  const send = useSend(exact.read);
  const title = useRef<HTMLInputElement>(null);
  const suggestTitle = () => {
    if (title.current?.value === "") title.current.value = titleIn(exact.read());
  };
  useBeforeUnload(
    useCallback((event) => exact.read() !== "" && !isBusy && event.preventDefault(), [exact.read, isBusy]),
  );
  return (
    <Form className="paste" method="post" encType="multipart/form-data" onSubmit={send}>
      <OnceKey />
      <Refusal of={answer as Parameters<typeof Refusal>[0]["of"]} />
      <TextField
        label={say("paste_title")}
        hint={say("paste_title_hint")}
        ref={title}
        name="title"
        required
        maxLength={LIMITS.title}
        defaultValue={typed.title}
        error={errors.title}
        dir="auto"
      />
      <div className="paste-row">
        <TextField
          label={say("paste_address")}
          name="originUrl"
          type="url"
          maxLength={LIMITS.url}
          dir="ltr"
          placeholder="https://"
          defaultValue={typed.originUrl}
          error={errors.originUrl}
        />
        <TextField
          label={say("paste_outlet")}
          name="outlet"
          maxLength={LIMITS.name}
          defaultValue={typed.outlet}
          error={errors.outlet}
          dir="auto"
        />
      </div>
      <div className="paste-row">
        <TextField
          label={say("paste_published")}
          name="publishedOn"
          type="date"
          defaultValue={typed.publishedOn}
          error={errors.publishedOn}
        />
        <Languages defaultValue={typed.language} error={errors.language} />
      </div>
      <PasteArea exact={exact} error={errors.text} onFilled={suggestTitle} />
      <p className="actions">
        <Button kind="primary" type="submit" disabled={isBusy}>
          {isBusy ? say("paste_busy") : submit}
        </Button>
        <ButtonLink kind="plain" to={cancel}>
          {say("cancel")}
        </ButtonLink>
      </p>
    </Form>
  );
}

/** Sends the exact text as a file: browsers rewrite the line ends of text fields on their way. */
function useSend(read: () => string) {
  const submit = useSubmit();
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    form.delete("file");
    form.set("text", new File([read()], "article.txt", { type: "text/plain" }));
    submit(form, { method: "post", encType: "multipart/form-data" });
  };
}
