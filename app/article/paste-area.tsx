import { type ChangeEvent, useState } from "react";
import { readUtf8, shownText, sizeInWords } from "#app/article/exact-text.ts";
import type { ExactText } from "#app/article/use-exact-text.ts";
import { announce } from "#app/ui/announcer.tsx";
import { Field } from "#app/ui/field.tsx";
import { useWords } from "#app/words/speech.tsx";
import { LIMITS } from "#domain/limits.ts";
import type { Say } from "#domain/words/say.ts";

type PasteAreaProps = {
  exact: ExactText;
  error: string | undefined /** After a change of the text. */;
  onFilled: () => void;
};

/** The article's words: pasted, or read from a file. */
export function PasteArea({ exact, error, onFilled }: PasteAreaProps) {
  const say = useWords("article");
  const [fileSentence, setFileSentence] = useState<string | null>(null);
  const isTooLarge = exact.bytes > LIMITS.article;
  const tooLarge = say("paste_too_large", { limit: sizeInWords(say, LIMITS.article) });
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (!file) return;
    const answer = await readFile(say, file);
    setFileSentence("sentence" in answer ? answer.sentence : null);
    if ("text" in answer) {
      exact.replace(answer.text);
      onFilled();
    }
    announce("sentence" in answer ? answer.sentence : say("paste_file_read", { file: file.name }));
  };
  return (
    <div className="paste-text">
      <Field label={say("paste_text")} hint={say("paste_text_hint")} error={isTooLarge ? tooLarge : error}>
        {(control) => (
          <textarea
            {...control}
            className="input paste-area"
            name="text"
            rows={16}
            dir="auto"
            spellCheck={false}
            ref={exact.area}
            defaultValue={shownText(exact.first)}
            onPaste={exact.onPaste}
            onInput={() => {
              exact.onInput();
              onFilled();
            }}
          />
        )}
      </Field>
      <div className="paste-foot">
        <span className="paste-size" data-over={isTooLarge || undefined}>
          {say("size_of", { size: sizeInWords(say, exact.bytes), limit: sizeInWords(say, LIMITS.article) })}
        </span>
        <Field label={say("paste_file")} error={fileSentence}>
          {({ className: _look, ...control }) => (
            <input
              {...control}
              className="file-input"
              type="file"
              name="file"
              accept=".txt,.md,text/plain"
              onChange={choose}
            />
          )}
        </Field>
      </div>
    </div>
  );
}

async function readFile(say: Say<"article">, file: File): Promise<{ text: string } | { sentence: string }> {
  if (file.size > LIMITS.article) {
    const sizes = { size: sizeInWords(say, file.size), limit: sizeInWords(say, LIMITS.article) };
    return { sentence: say("paste_file_large", sizes) };
  }
  const text = readUtf8(await file.arrayBuffer(), "drop");
  return text === null ? { sentence: say("paste_not_utf8") } : { text };
}
