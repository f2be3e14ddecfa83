import { type ComponentPropsWithoutRef, useId } from "react";
import { useCase } from "#app/case/use-case.ts";
import { useLiveCase } from "#app/live/use-live-case.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";

/** Why nothing can be decided on this case right now, as a sentence; null while the server is there. */
export function useWhyOffline(): string | null {
  const say = useWords("case");
  const { connection } = useLiveCase(useCase().parent.id);
  return connection === "reconnecting" ? say("why_offline") : null;
}

/** The button that sends a decision on a case. Without a connection it waits, and says why. */
export function DecisionButton({ disabled, ...rest }: ComponentPropsWithoutRef<typeof Button>) {
  const why = useWhyOffline();
  const id = useId();
  return (
    <>
      <Button
        {...rest}
        type="submit"
        disabled={disabled || why !== null}
        aria-describedby={why === null ? undefined : id}
      />
      {why !== null && (
        <p className="field-hint button-why" id={id}>
          {why}
        </p>
      )}
    </>
  );
}
