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

const FIELD_WORDS: Record<Hit["field"], string> = {
  title: "Title",
  statement: "Statement",
  quote: "Quote",
  claimant: "Who says it",
  verdict: "Verdict",
  source: "Source",
  rationale: "Rationale",
  gaps: "What is not known",
  passage: "Text",
};

export const fieldWords = ({ field }: Hit): string => FIELD_WORDS[field];

/** "Case 14", "C-14-3", "Article": what kind of thing it is, as people call it. */
export function hitName({ kind, claim, caseNumber }: Hit): string {
  if (kind === "claim" && claim) return claim.reference;
  return kind === "case" ? `Case ${caseNumber}` : "Article";
}

/** What one has to know about a claim before opening it; null when there is nothing. */
export function hitNote({ claim }: Hit): string | null {
  if (!claim?.isDropped) return null;
  return claim.duplicateOf ? `Dropped as a duplicate of ${claim.duplicateOf}` : "Dropped";
}
