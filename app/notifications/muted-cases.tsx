import { useFetcher } from "@remix-run/react";
import { Button } from "#app/ui/button.tsx";
import { Refusal } from "#app/ui/refusal.tsx";

type Muted = { number: number; title: string };

/** The cases of which this member hears nothing. */
export function MutedCases({ muted }: { muted: readonly Muted[] }) {
  return (
    <section className="stack" aria-labelledby="muted-title">
      <h2 id="muted-title">Muted cases</h2>
      {muted.length === 0 && <p className="quiet">None. A case is muted from its menu in the list of notifications.</p>}
      {muted.length > 0 && (
        <ul className="muted-list">
          {muted.map((one) => (
            <MutedCase key={one.number} muted={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function MutedCase({ muted: { number, title } }: { muted: Muted }) {
  const { Form, data: answer, state } = useFetcher();
  return (
    <li className="muted-case">
      <span>
        <span className="ref">Case {number}</span> <span dir="auto">{title}</span>
      </span>
      <Form method="post" action="/notifications">
        <input type="hidden" name="intent" value="unmute" />
        <input type="hidden" name="caseNumber" value={number} />
        <Button type="submit" disabled={state !== "idle"}>
          Hear of it again<span className="unseen">, case {number}</span>
        </Button>
      </Form>
      <Refusal of={answer as Parameters<typeof Refusal>[0]["of"]} />
    </li>
  );
}
