import { useFetcher } from "@remix-run/react";
import type { ReactNode } from "react";
import { DecisionButton } from "#app/case/decision-button.tsx";
import { useCase } from "#app/case/use-case.ts";
import type { ButtonKind } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal } from "#app/ui/refusal.tsx";

type ActProps = {
  fields: Record<string, string | number>;
  kind?: ButtonKind;
  label?: string;
  children: ReactNode;
};

/** A button that decides something about what is on the record, wherever it stands. */
export function CorrectionAct({ fields, kind = "quiet", label, children }: ActProps) {
  const { parent } = useCase();
  const fetcher = useFetcher();
  return (
    <fetcher.Form method="post" action={`/cases/${parent.number}/corrections`} className="correction-act">
      <OnceKey />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <DecisionButton kind={kind} disabled={fetcher.state !== "idle"} aria-label={label}>
        {children}
      </DecisionButton>
      <Refusal of={fetcher.data as Parameters<typeof Refusal>[0]["of"]} />
    </fetcher.Form>
  );
}
