import { useFetcher } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { useWords, Words } from "#app/words/speech.tsx";

type Muted = { number: number; title: string };

/** The cases of which this member hears nothing. */
export function MutedCases({ muted }: { muted: readonly Muted[] }) {
  const say = useWords("ways");
  return (
    <section className="stack" aria-labelledby="muted-title">
      <h2 id="muted-title">{say("muted_cases")}</h2>
      {muted.length === 0 && <p className="quiet">{say("no_muted_cases")}</p>}
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
  const say = useWords("ways");
  const { Form, data: answer, state } = useFetcher();
  return (
    <li className="muted-case">
      <span>
        <span className="ref">{say("case", { number })}</span> <span dir="auto">{title}</span>
      </span>
      <Form method="post" action="/notifications">
        <input type="hidden" name="intent" value="unmute" />
        <input type="hidden" name="caseNumber" value={number} />
        <Button type="submit" disabled={state !== "idle"}>
          <Words room="ways" id="unmute" values={{ number, unseen }} />
        </Button>
      </Form>
      <Refusal of={answer as Parameters<typeof Refusal>[0]["of"]} />
    </li>
  );
}

const unseen = (inside: ReactNode) => <span className="unseen">{inside}</span>;
