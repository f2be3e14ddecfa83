import { type Answer, WrongUse } from "#server/cli/command.ts";
import { COMMANDS } from "#server/cli/commands.ts";
import { plainWords } from "#server/cli/plain-words.ts";
import { readable } from "#server/export/safe-text.ts";

/** 2: it was called wrongly, or could not be done. */
const NOT_DONE = 2;

/** Runs the command that the words name and says what came of it. Returns the exit code. */
export async function run([name = "--help", ...given]: readonly string[]): Promise<number> {
  const isJson = given.includes("--json");
  try {
    const { isFinding = false, ...answer } = await answerOf(
      name,
      given.filter((word) => word !== "--json"),
    );
    process.stdout.write(isJson ? asJson(answer) : asText(answer));
    return isFinding ? 1 : 0;
  } catch (error) {
    const message = plainWords(error);
    const hint = error instanceof WrongUse ? `See: npm run assay -- ${name} --help\n` : "";
    process.stderr.write(`${readable(message)}\n${hint}`);
    return NOT_DONE;
  }
}

async function answerOf(name: string, words: readonly string[]): Promise<Answer> {
  if (name === "--help") return { text: overview(), json: Object.keys(COMMANDS) };
  const listed = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!listed) throw new Error(`There is no command "${name}".\n${overview()}`);
  const command = await listed.load();
  if (words.includes("--help")) return { text: command.help, json: command.help };
  return command.run(words);
}

const asJson = ({ json }: Answer) => (json === undefined ? "" : `${JSON.stringify(json, null, 2)}\n`);

/** Names and reasons can hold any characters; a terminal must not obey them. */
const asText = ({ text }: Answer) => (text === "" ? "" : `${readable(text)}\n`);

function overview(): string {
  const lines = Object.entries(COMMANDS).map(([word, { summary }]) => `  ${word.padEnd(9)}${summary}`);
  return [
    ...["Usage: npm run assay -- <command> [options]", "", ...lines, ""],
    ...["--help after a command says more, --json answers for programs.", "It works on the desk in ASSAY_DATA."],
    "Exit code 0: done. 1: something is wrong with what was looked at. 2: it could not be done.",
  ].join("\n");
}
