import { resolve } from "node:path";
import { parseArgs } from "node:util";

/** What a command found or did: for a person, and for a program that asked with `--json`. Nothing is said of no text. */
export type Answer = {
  text: string;
  json: unknown;
  /** Something is wrong with what was looked at. */
  isFinding?: boolean;
};

export type Command = {
  /** How it is called and what its options mean. */
  help: string;
  run: (words: readonly string[]) => Answer | Promise<Answer>;
};

/** The command was called in a way that it does not know. Its message says how it is called. */
export class WrongUse extends Error {
  override readonly name = "WrongUse";
}

type Options<T extends string, B extends string> = { texts?: readonly T[]; switches?: readonly B[] };
type Read<T extends string, B extends string> = { [K in T]?: string } & { [K in B]?: boolean } & { words: string[] };

/** Reads `--name value`, `--switch` and the words between. @throws WrongUse for anything else. */
export function readWords<T extends string = never, B extends string = never>(
  given: readonly string[],
  { texts = [], switches = [] }: Options<T, B>,
): Read<T, B> {
  const options = {
    ...Object.fromEntries(texts.map((name) => [name, { type: "string" as const }])),
    ...Object.fromEntries(switches.map((name) => [name, { type: "boolean" as const }])),
  };
  try {
    const { values, positionals } = parseArgs({ args: [...given], options, allowPositionals: true });
    return { ...values, words: positionals } as Read<T, B>;
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

/** A text that an option has to have. @throws WrongUse */
export function textFrom(option: string, text: string | undefined): string {
  if (text?.trim()) return text.trim();
  throw new WrongUse(`${option} is missing.`);
}

/** A number above 0 that an option has to be. @throws WrongUse */
export function countFrom(option: string, text: string | undefined): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new WrongUse(`${option} needs a number, for example ${option} 1.`);
}

/** Says how far something is, apart from what it answers. */
export const progress = (text: string): void => void process.stderr.write(`${text}\n`);

/** npm runs scripts in the project's folder; paths that a person names are meant from where they stand. */
export const pathFrom = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);
