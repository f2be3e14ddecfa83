import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Button } from "#app/ui/button.tsx";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { Field } from "#app/ui/field.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal, type Refused } from "#app/ui/refusal.tsx";
import { Time } from "#app/ui/time.tsx";
import { useWords, Words } from "#app/words/speech.tsx";

type Answer = { ok: true; feed?: { url: string } } | { ok: false; refused: Refused };

/** A secret address for a feed reader, made and shown once. `since` is when the member made the one that holds. */
export function FollowReleases({ since, caseNumber }: { since: number | null; caseNumber: number }) {
  const say = useWords("feeds");
  const fetcher = useFetcher<Answer>();
  const isSending = fetcher.state !== "idle";
  const made = fetcher.data?.ok ? fetcher.data.feed : undefined;
  return (
    <details className="follow">
      <summary>{say("follow")}</summary>
      <p className="follow-words">{say("why")}</p>
      {made && since !== null ? <MadeAddress key={made.url} url={made.url} /> : <Standing since={since} />}
      <fetcher.Form method="post" action={`/cases/${caseNumber}/feed`} className="actions">
        <OnceKey />
        <Refusal of={fetcher.data} />
        <Button type="submit" name="intent" value="make" aria-disabled={isSending}>
          {say(isSending ? "making" : since === null ? "make" : "make_new")}
        </Button>
        {since !== null && (
          <Button type="submit" name="intent" value="end" aria-disabled={isSending}>
            {say("end")}
          </Button>
        )}
      </fetcher.Form>
    </details>
  );
}

function Standing({ since }: { since: number | null }) {
  if (since === null) return null;
  return (
    <p className="follow-words">
      <Words room="feeds" id="since" values={{ time: <Time at={since} /> }} />
    </p>
  );
}

function MadeAddress({ url }: { url: string }) {
  const say = useWords("feeds");
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.select(), []);
  return (["Atom", "RSS"] as const).map((format, at) => {
    const address = `${url}/${format.toLowerCase()}`;
    return (
      <Field
        key={format}
        label={say("address", { format })}
        hint={at > 0 && say("once")}
        beside={<CopyButton text={address} />}
      >
        {(control) => (
          <input
            {...control}
            ref={at === 0 ? first : undefined}
            readOnly
            dir="ltr"
            value={address}
            onFocus={(event) => event.target.select()}
          />
        )}
      </Field>
    );
  });
}
