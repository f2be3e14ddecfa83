type Quoted = { prefix: string; suffix: string };

/**
 * The stored context of a quote as it reads beside it: whole words of the same paragraph, with "…" where the paragraph
 * goes on. Text without spaces stays as it is.
 */
export function wordsAround({ prefix, suffix }: Quoted): { before: string; after: string } {
  const [before = ""] = prefix.split("\n").slice(-1);
  const [after = ""] = suffix.split("\n");
  return {
    before: before === prefix && prefix !== "" ? `…${before.replace(/^\S*\s(?=.*\S)/u, "")}` : before,
    after: after === suffix && suffix !== "" ? `${after.replace(/(?<=\S.*)\s\S*$/u, "")}…` : after,
  };
}
