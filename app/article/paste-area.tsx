import { type ChangeEvent, useState } from "react";
import { readUtf8, shownText, sizeInWords } from "#app/article/exact-text.ts";
import type { ExactText } from "#app/article/use-exact-text.ts";
import { announce } from "#app/ui/announcer.tsx";
import { Field } from "#app/ui/field.tsx";
import { LIMITS } from "#domain/limits.ts";

type PasteAreaProps = {
  exact: ExactText;
  error: string | undefined /** After a change of the text. */;
  onFilled: () => void;
};

/** The article's words: pasted, or read from a file. */
export function PasteArea({ exact, error, onFilled }: PasteAreaProps) {
  const [fileSentence, setFileSentence] = useState<string | null>(null);
  const isTooLarge = exact.bytes > LIMITS.article;
  const tooLarge = `This is more than the ${sizeInWords(LIMITS.article)} that one article may have. Split it into several documents.`;
  const choose = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (!file) return;
    const answer = await readFile(file);
    setFileSentence("sentence" in answer ? answer.sentence : null);
    if ("text" in answer) {
      exact.replace(answer.text);
      onFilled();
    }
    announce("sentence" in answer ? answer.sentence : `${file.name} is in the text field.`);
  };
  return (
    <div className="paste-text">
      <Field
        label="Text"
        hint="Kept exactly, letter for letter. It cannot be changed afterwards; a changed text becomes a new version."
        error={isTooLarge ? tooLarge : error}
      >
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
          {sizeInWords(exact.bytes)} of {sizeInWords(LIMITS.article)}
        </span>
        <Field label="Or a text file" error={fileSentence}>
          {({ className: _look, ...control }) => (
            <input {...control} type="file" name="file" accept=".txt,.md,text/plain" onChange={choose} />
          )}
        </Field>
      </div>
    </div>
  );
}

async function readFile(file: File) {
  if (file.size > LIMITS.article) {
    return {
      sentence: `This file has ${sizeInWords(file.size)}, and one article may have ${sizeInWords(LIMITS.article)}.`,
    };
  }
  return readUtf8(await file.arrayBuffer(), "drop");
}
