import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { writtenOut } from "#app/words/literals.fixture.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const isOfTests = (file: string) => /\.(test|fixture)\.tsx?$/.test(file);

/** Names, keys as keyboards have them, examples of what is typed, and pictures. */
const SAME_EVERYWHERE = new Set([
  "Assay",
  "SHA-256",
  "Esc",
  "C",
  "Ctrl K",
  "Home End",
  "v",
  "https://",
  "https://…",
  "en",
]);

test("[WD21] what people read on the screens stands in the message files", () => {
  const files = globSync("{app,server/http,server/mail,server/services}/**/*.{ts,tsx}", { cwd: root });
  const found = files
    .filter((file) => !isOfTests(file) && !file.startsWith("server/services/sample"))
    .flatMap((file) => {
      const texts = writtenOut(file, readFileSync(join(root, file), "utf8"));
      return texts.filter((text) => !SAME_EVERYWHERE.has(text)).map((text) => `${file}: ${text}`);
    });
  expect(found).toEqual([]);
});

test.each([
  ["<p>Nothing yet</p>", "Nothing yet"],
  ['<b aria-label="Close" className="Close it" />', "Close"],
  [`<p>{count > 1 && \` and \${count} more\`}</p>`, " and   more"],
  [`<Field hint={isOpen ? \`Close \${name}\` : ''} />`, "Close  "],
  ["announce('gone')", "gone"],
  ["const why = 'The disk is full.'", "The disk is full."],
  ["throw new AppError('conflict', 'Somebody came first.')", "Somebody came first."],
  ["throw new Error('This is rendered outside of a form.')", null],
  ["<p className={`Is open`}>{say('nothing_yet')}</p>", null],
  ["<p data-kind={kind === 'open' ? 'a' : 'b'}>{list.join(', ')}</p>", null],
  ["type Mode = 'Read only'", null],
])("[WD21] of %s it finds %s", (source, text) => {
  expect(writtenOut("a.tsx", source)).toEqual(text === null ? [] : [text]);
});
