import "#app/ui/refusal.css";

/** What an action answers instead of its result when it refuses. */
export type Refused = { kind: string; message: string; detail?: Record<string, unknown> };
type Answer = { ok: true } | { ok: false; refused: Refused } | undefined | null;

/**
 * Shows why the last submission was refused, and says it to screen readers. Renders nothing when it was not.
 * `fields`: the names of fields that show their own error; a refusal about nothing else is only spoken.
 */
export function Refusal({ of: answer, fields = [] }: { of: Answer; fields?: readonly string[] }) {
  const refused = refusedIn(answer);
  if (!refused) return null;
  const about = Object.keys(fieldErrors(answer));
  const isShownBelow = about.length > 0 && about.every((name) => fields.includes(name));
  return (
    <p className={isShownBelow ? "unseen" : "refusal"} role="alert">
      {refused.message}
    </p>
  );
}

export function refusedIn(answer: unknown): Refused | null {
  if (typeof answer !== "object" || answer === null || !("refused" in answer)) return null;
  return answer.refused as Refused;
}

/** The sentence for each field of a refused form, by the field's name. */
export function fieldErrors(answer: unknown): Record<string, string | undefined> {
  const fields = refusedIn(answer)?.detail?.fields;
  return typeof fields === "object" && fields !== null ? (fields as Record<string, string>) : {};
}
