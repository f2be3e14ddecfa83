import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Refusal, type Refused } from "#app/ui/refusal.tsx";
import { Time } from "#app/ui/time.tsx";
import { toast } from "#app/ui/toast.tsx";
import { EVENT_WORDS } from "#app/webhooks/webhook-form.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";
import type { DeliveryView, WebhookView } from "#server/services/webhooks.ts";

type Answer = { ok: true } | { ok: false; refused: Refused };

/** The addresses that are told, each with what it was told last and how that went. */
export function WebhookList({ webhooks }: { webhooks: readonly WebhookView[] }) {
  const say = useWords("webhooks");
  if (webhooks.length === 0) return <Empty title={say("none")}>{say("none_hint")}</Empty>;
  return (
    <ul className="webhook-list">
      {webhooks.map((one) => (
        <Webhook key={one.id} webhook={one} />
      ))}
    </ul>
  );
}

function Webhook({ webhook: { id, url, events, deliveries } }: { webhook: WebhookView }) {
  const say = useWords("webhooks");
  const list = useList();
  return (
    <li className="webhook">
      <div className="token">
        <span className="token-words">
          <strong>
            <bdi dir="ltr">{url}</bdi>
          </strong>
          <span className="token-scopes-said">{list(events.map((event) => say(EVENT_WORDS[event])))}</span>
        </span>
        <Remove id={id} host={new URL(url).host} />
      </div>
      <details className="deliveries">
        <summary>{say("deliveries")}</summary>
        {deliveries.length === 0 && <p className="quiet">{say("nothing_told")}</p>}
        <ul>
          {deliveries.map((one) => (
            <Delivery key={one.id} delivery={one} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function Delivery({ delivery }: { delivery: DeliveryView }) {
  const say = useWords("webhooks");
  const { id, event, state, outcome, attempts } = delivery;
  return (
    <li className="delivery" data-state={state}>
      <span className="delivery-words">
        {say(EVENT_WORDS[event])}
        <span className="meta">
          <HowItWent delivery={delivery} />
          {attempts > 0 && outcome && (
            <>
              {" "}
              <bdi className="mono">{outcome}</bdi>
            </>
          )}
        </span>
      </span>
      {state !== "waiting" && <SendAgain id={id} />}
    </li>
  );
}

function HowItWent({ delivery: { state, attempts: count, nextAt, sentAt } }: { delivery: DeliveryView }) {
  const say = useWords("webhooks");
  if (state === "failed") return say("state_failed", { count });
  if (state === "sent" && sentAt !== null)
    return <Words room="webhooks" id="state_sent" values={{ time: <Time at={sentAt} show="near" /> }} />;
  if (count === 0) return say("state_new");
  return <Words room="webhooks" id="state_waiting" values={{ count, time: <Time at={nextAt} show="near" /> }} />;
}

function Remove({ id, host }: { id: string; host: string }) {
  const say = useWords("webhooks");
  const { fetcher } = useTold(say("removed"));
  return (
    <fetcher.Form method="post" action="/webhooks">
      <OnceKey />
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="webhookId" value={id} />
      <Button type="submit" aria-label={say("remove_this", { host })} aria-disabled={fetcher.state !== "idle"}>
        {say("remove")}
      </Button>
      <Refusal of={fetcher.data} />
    </fetcher.Form>
  );
}

function SendAgain({ id }: { id: string }) {
  const say = useWords("webhooks");
  const { fetcher } = useTold(say("sent_again"));
  return (
    <fetcher.Form method="post" action="/webhooks">
      <OnceKey />
      <input type="hidden" name="intent" value="resend" />
      <input type="hidden" name="deliveryId" value={id} />
      <Button type="submit" kind="quiet" aria-disabled={fetcher.state !== "idle"}>
        {say("send_again")}
      </Button>
      <Refusal of={fetcher.data} />
    </fetcher.Form>
  );
}

/** A fetcher whose success is said once. */
function useTold(words: string) {
  const fetcher = useFetcher<Answer>();
  const isDone = fetcher.state !== "submitting" && fetcher.data?.ok === true;
  useEffect(() => {
    if (isDone) toast(words);
  }, [isDone, words]);
  return { fetcher };
}
