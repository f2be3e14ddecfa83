import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal, type Refused } from "#app/ui/refusal.tsx";
import { Time } from "#app/ui/time.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";
import type { TokenRow } from "#server/services/tokens.ts";

/** Tokens that were not taken back, each with what it may do and when it was used last. */
export function TokenList({ tokens }: { tokens: readonly TokenRow[] }) {
  const say = useWords("tokens");
  if (tokens.length === 0) return <Empty title={say("none")}>{say("none_hint")}</Empty>;
  return (
    <section aria-labelledby="tokens">
      <h2 className="unseen" id="tokens">
        {say("list")}
      </h2>
      <ul className="token-list">
        {tokens.map((one) => (
          <Token key={one.id} token={one} />
        ))}
      </ul>
    </section>
  );
}

function Token({ token }: { token: TokenRow }) {
  const say = useWords("tokens");
  const list = useList();
  const { id, label, scopes, createdAt, lastUsedAt, owner, mine } = token;
  return (
    <li className="token">
      <span className="token-words">
        <strong dir="auto">{label}</strong>
        <span className="token-scopes-said">{list(scopes.map((scope) => say(`scope_${scope}`)))}</span>
        <span className="meta token-facts">
          {!mine && owner && (
            <span>
              <Words room="tokens" id="of_member" values={{ name: <bdi>{owner.name}</bdi> }} />
            </span>
          )}
          <span>
            <Words room="tokens" id="made_at" values={{ time: <Time at={createdAt} show="near" /> }} />
          </span>
          <span>
            {lastUsedAt === null ? (
              say("never_used")
            ) : (
              <Words room="tokens" id="used_at" values={{ time: <Time at={lastUsedAt} show="near" /> }} />
            )}
          </span>
          <Until at={token.expiresAt} ended={token.ended} />
        </span>
      </span>
      <TakeBack id={id} label={label} />
    </li>
  );
}

function Until({ at, ended }: { at: number; ended: boolean }) {
  return (
    <span>
      <Words room="tokens" id={ended ? "ended" : "until"} values={{ time: <Time at={at} show="near" /> }} />
    </span>
  );
}

function TakeBack({ id, label }: { id: string; label: string }) {
  const say = useWords("tokens");
  const fetcher = useFetcher<{ ok: true } | { ok: false; refused: Refused }>();
  const isDone = fetcher.state !== "submitting" && fetcher.data?.ok === true;
  useEffect(() => {
    if (isDone) toast(say("taken_back"));
  }, [isDone, say]);
  return (
    <fetcher.Form method="post" action="/tokens">
      <OnceKey />
      <input type="hidden" name="intent" value="revoke" />
      <input type="hidden" name="tokenId" value={id} />
      <Button type="submit" aria-label={say("take_back_this", { label })} aria-disabled={fetcher.state !== "idle"}>
        {say("take_back")}
      </Button>
      <Refusal of={fetcher.data} />
    </fetcher.Form>
  );
}
