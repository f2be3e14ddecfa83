import { usePage } from "#app/page-context.ts";
import { NO_FILES } from "#app/words/page-words.ts";

/** Stands behind all that says something, and before every script that imports sentences. */
export function WordsScripts() {
  const { nonce, words } = usePage();
  const { importMap, firstWords } = words?.() ?? NO_FILES;
  return (
    <>
      <script type="importmap" {...written(importMap)} nonce={nonce} suppressHydrationWarning />
      <script {...written(firstWords)} nonce={nonce} suppressHydrationWarning />
    </>
  );
}

/** Names of files only, which the build chose. React would escape the quotes around them in a text. */
const written = (script: string) => ({ dangerouslySetInnerHTML: { __html: script } });
