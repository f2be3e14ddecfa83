import { isRouteErrorResponse } from "@remix-run/react";
import { useWords } from "#app/words/speech.tsx";

/** Says why a claim is not shown beside the text: what the server answered, or that it did not answer. */
export function NotBeside({ error }: { error: unknown }) {
  const say = useWords("article");
  const refusal = isRouteErrorResponse(error) && error.status < 500 ? (error.data as { message?: unknown }) : null;
  const sentence = typeof refusal?.message === "string" ? refusal.message : say("beside_not_reached");
  return (
    <p className="quiet" role="alert">
      {sentence}
    </p>
  );
}
