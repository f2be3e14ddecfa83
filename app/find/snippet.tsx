import type { Say } from "#domain/words/say.ts";
import type { SnippetPart } from "#server/search/snippet.ts";
import type { Hit } from "#server/services/find.ts";

/** A piece of text with what was looked for marked in it. */
export function Snippet({ parts }: { parts: readonly SnippetPart[] }) {
  return (
    <>
      {parts.map((part, at) => {
        const key = `${at} ${part.text}`;
        return part.hit ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>;
      })}
    </>
  );
}

/** "Case 14", "C-14-3", "Article": what kind of thing it is, as people call it. */
export function hitName(say: Say<"find">, { kind, claim, caseNumber }: Hit): string {
  if (kind === "claim" && claim) return claim.reference;
  return kind === "case" ? say("case", { number: caseNumber }) : say("article");
}

/** What one has to know about a claim before opening it; null when there is nothing. */
export function hitNote(say: Say<"find">, { claim }: Hit): string | null {
  if (!claim?.isDropped) return null;
  return claim.duplicateOf ? say("dropped_as_duplicate", { reference: claim.duplicateOf }) : say("dropped");
}
