import { useActionData, useLocation } from "@remix-run/react";
import { useState } from "react";

/**
 * What this page's action answered: a refusal, or that it is done. Remix forgets it with every load that nobody asked for,
 * as when a colleague changes something; here it stays until there is another answer or another page.
 */
export function useAnswer<T = unknown>(): ReturnType<typeof useActionData<T>> {
  const now = useActionData<T>();
  const { key } = useLocation();
  const [kept, setKept] = useState({ key, answer: now });
  const answer = now ?? (kept.key === key ? kept.answer : undefined);
  if (kept.key !== key || kept.answer !== answer) setKept({ key, answer });
  return answer;
}
