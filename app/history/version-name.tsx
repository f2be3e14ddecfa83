import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { DecisionButton } from "#app/case/decision-button.tsx";
import { announce } from "#app/ui/announcer.tsx";
import { Button } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { fieldErrors, Refusal, refusedIn } from "#app/ui/refusal.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import { useWords, Words } from "#app/words/speech.tsx";
import type { Side } from "#server/services/version-compare.ts";

type VersionNameProps = { side: Side; canEdit: boolean };

/** What somebody calls the version on the right-hand side; whoever may edit can name one that has no name. */
export function VersionName({ side, canEdit }: VersionNameProps) {
  const say = useWords("history");
  const { name, signOff, place } = side;
  const [isOpen, setOpen] = useState(false);
  const mayChange = canEdit && (name === null || name.canChange);
  if (signOff) return null;
  if (isOpen) return <NameForm key={place} side={side} onDone={() => setOpen(false)} />;
  return (
    <div className="name-line">
      {name && (
        <p>
          <span className="version-name">
            <Words
              room="history"
              id="name_quoted"
              values={{
                name: (
                  <bdi>
                    <ShownText text={name.words} />
                  </bdi>
                ),
              }}
            />
          </span>{" "}
          <span className="quiet">
            {name.by ? (
              <Words room="history" id="named_by" values={{ who: <bdi>{name.by.name}</bdi> }} />
            ) : (
              say("named_by_one_left")
            )}
          </span>
        </p>
      )}
      {mayChange && (
        <Button kind="plain" onClick={() => setOpen(true)}>
          {say(name ? "rename" : "name_this")}
        </Button>
      )}
      {mayChange && name && <Unname place={place} />}
    </div>
  );
}

function NameForm({ side: { place, name }, onDone }: { side: Side; onDone: () => void }) {
  const say = useWords("history");
  const fetcher = useFetcher();
  useSent(fetcher, say("is_named"), onDone);
  return (
    <fetcher.Form method="post" className="name-form">
      <OnceKey />
      <input type="hidden" name="intent" value="name" />
      <input type="hidden" name="place" value={place} />
      <TextField
        label={say("name_label")}
        name="name"
        className="input"
        defaultValue={name?.words ?? ""}
        placeholder={say("name_example")}
        maxLength={80}
        required
        autoFocus
        dir="auto"
        error={fieldErrors(fetcher.data).name}
      />
      <div className="actions">
        <DecisionButton kind="primary" disabled={fetcher.state !== "idle"}>
          {say("save_name")}
        </DecisionButton>
        <Button onClick={onDone}>{say("cancel")}</Button>
      </div>
      <Refusal of={fetcher.data as Parameters<typeof Refusal>[0]["of"]} fields={["name"]} />
    </fetcher.Form>
  );
}

function Unname({ place }: { place: number }) {
  const say = useWords("history");
  const fetcher = useFetcher();
  useSent(fetcher, say("name_taken"), () => {});
  return (
    <fetcher.Form method="post">
      <OnceKey />
      <input type="hidden" name="intent" value="unname" />
      <input type="hidden" name="place" value={place} />
      <DecisionButton kind="plain" disabled={fetcher.state !== "idle"}>
        {say("take_name")}
      </DecisionButton>
      <Refusal of={fetcher.data as Parameters<typeof Refusal>[0]["of"]} />
    </fetcher.Form>
  );
}

/** Goes on once the server has done it, and says so. */
function useSent({ state, data: answer }: { state: string; data: unknown }, words: string, onDone: () => void): void {
  const isDone = state === "idle" && answer !== undefined && !refusedIn(answer);
  useEffect(() => {
    if (!isDone) return;
    announce(words);
    onDone();
  }, [isDone, words, onDone]);
}
