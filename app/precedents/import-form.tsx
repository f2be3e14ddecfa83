import { Form } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { TextArea, TextField } from "#app/ui/text-field.tsx";
import { useWords } from "#app/words/speech.tsx";
import { LIMITS } from "#domain/limits.ts";

/** A file, or what was copied out of one. It is only looked at. */
export function ImportForm({ isSending }: { isSending: boolean }) {
  const say = useWords("precedents");
  return (
    <Form method="post" encType="multipart/form-data" className="panel import-form">
      <input type="hidden" name="intent" value="choose" />
      <TextField
        label={say("file")}
        hint={say("file_hint", { limit: LIMITS.importFile / 1024 / 1024 })}
        name="file"
        type="file"
        accept=".json,.jsonld,.jsonl,.csv,.tsv,.txt,.html,.htm,.zip"
      />
      <TextArea label={say("or_paste")} hint={say("paste_hint")} name="text" rows={6} dir="auto" spellCheck={false} />
      <Button type="submit" kind="primary" aria-disabled={isSending}>
        {say(isSending ? "looking" : "look")}
      </Button>
    </Form>
  );
}
