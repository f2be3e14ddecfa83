import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { DecisionButton } from "#app/case/decision-button.tsx";
import { announce } from "#app/ui/announcer.tsx";
import { Button } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { fieldErrors, Refusal, refusedIn } from "#app/ui/refusal.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { Side } from "#server/services/version-compare.ts";

type VersionNameProps = { side: Side; canEdit: boolean };

/** What somebody calls the version on the right-hand side; whoever may edit can name one that has no name. */
export function VersionName({ side, canEdit }: VersionNameProps) {
  const { name, signOff, place } = side;
  const [isOpen, setOpen] = useState(false);
  const mayChange = canEdit && (name === null || name.canChange);
  if (signOff) return null;
  if (isOpen) return <NameForm key={place} side={side} onDone={() => setOpen(false)} />;
  return (
    <div className="name-line">
      {name && (
        <p>
          <span className="version-name" dir="auto">
            “<ShownText text={name.words} />”
          </span>{" "}
          <span className="quiet">Named by {name.by?.name ?? "somebody who left"}</span>
        </p>
      )}
      {mayChange && (
        <Button kind="plain" onClick={() => setOpen(true)}>
          {name ? "Rename…" : "Name this version…"}
        </Button>
      )}
      {mayChange && name && <Unname place={place} />}
    </div>
  );
}

function NameForm({ side: { place, name }, onDone }: { side: Side; onDone: () => void }) {
  const fetcher = useFetcher();
  useSent(fetcher, "The version is named.", onDone);
  return (
    <fetcher.Form method="post" className="name-form">
      <OnceKey />
      <input type="hidden" name="intent" value="name" />
      <input type="hidden" name="place" value={place} />
      <TextField
        label="Name of this version"
        name="name"
        className="input"
        defaultValue={name?.words ?? ""}
        placeholder="For example: before the ministry answered"
        maxLength={80}
        required
        autoFocus
        dir="auto"
        error={fieldErrors(fetcher.data).name}
      />
      <div className="actions">
        <DecisionButton kind="primary" disabled={fetcher.state !== "idle"}>
          Save the name
        </DecisionButton>
        <Button onClick={onDone}>Cancel</Button>
      </div>
      <Refusal of={fetcher.data as Parameters<typeof Refusal>[0]["of"]} fields={["name"]} />
    </fetcher.Form>
  );
}

function Unname({ place }: { place: number }) {
  const fetcher = useFetcher();
  useSent(fetcher, "The name is taken away.", () => {});
  return (
    <fetcher.Form method="post">
      <OnceKey />
      <input type="hidden" name="intent" value="unname" />
      <input type="hidden" name="place" value={place} />
      <DecisionButton kind="plain" disabled={fetcher.state !== "idle"}>
        Take the name away
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
