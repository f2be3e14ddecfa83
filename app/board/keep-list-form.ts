import type { ClientActionFunctionArgs } from "@remix-run/react";
import { caseIdOf } from "#app/board/keep-list.ts";
import { noteChange } from "#app/live/changed-claims.ts";
import { keepForm } from "#app/live/keep-form.ts";

type Call = Pick<ClientActionFunctionArgs, "request" | "params" | "serverAction">;

/** The client action of board and table: it also notes which claims were decided on, so that only they are loaded again. */
export function keepListForm() {
  const keep = keepForm();
  return async ({ request, params, serverAction }: Call): Promise<unknown> => {
    const form = await request.clone().formData();
    const answer = await keep({ serverAction });
    const caseId = caseIdOf(params.number);
    if (caseId) for (const claimId of claimsIn(form, answer)) noteChange(caseId, { type: "claim", claimId });
    return answer;
  };
}

function claimsIn(form: FormData, answer: unknown): string[] {
  const many = String(form.get("claims") ?? "").split(",");
  const made = (answer as { made?: { claimId?: string } | null } | undefined)?.made?.claimId;
  return [String(form.get("claimId") ?? ""), made ?? "", ...many.map((pair) => pair.split(":")[0] ?? "")].filter(
    Boolean,
  );
}
