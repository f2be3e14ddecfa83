import { useFetcher } from "@remix-run/react";
import { useCase } from "#app/case/use-case.ts";
import { Button } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { Words } from "#app/words/speech.tsx";
import type { Keep } from "#server/services/preflight.ts";

/** Decides that a claim keeps its quote of an earlier version on purpose. It goes on the record. */
export function KeepQuote({ reference, keep }: { reference: string; keep: Keep }) {
  const fetcher = useFetcher();
  const { parent } = useCase();
  if (!parent.can.edit) return null;
  const { documentId, claimId, quoteId, versionNumber, from } = keep;
  return (
    <fetcher.Form method="post" className="preflight-keep">
      <OnceKey />
      <input type="hidden" name="intent" value="keep" />
      {Object.entries({ documentId, claimId, quoteId, versionNumber }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" disabled={fetcher.state !== "idle"}>
        <Words
          room="release"
          id="keep_quote"
          values={{
            version: from,
            reference: <bdi>{reference}</bdi>,
            unseen: (inside) => <span className="unseen">{inside}</span>,
          }}
        />
      </Button>
      <Refusal of={fetcher.data as Parameters<typeof Refusal>[0]["of"]} />
    </fetcher.Form>
  );
}
