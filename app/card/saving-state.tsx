import { Check, CircleAlert, CloudOff, LoaderCircle } from "lucide-react";
import { useEffect, useRef } from "react";
import { useCardContext, useSavingFacts } from "#app/card/card-context.ts";
import { type Saving, type SavingFacts, savingOf, wouldLose } from "#app/card/saving.ts";
import { announce } from "#app/ui/announcer.tsx";
import { Time } from "#app/ui/time.tsx";

/** Whether what was typed is on the server's disk, always in words and with a sign of its own. */
export function SavingState() {
  const { canEdit, connection } = useCardContext();
  const facts = useSavingFacts();
  const saving = savingOf(facts);
  useAnnounced(saving);
  return (
    <p className="saving" data-kind={saving.kind} data-testid="saving">
      <Sign kind={saving.kind} />
      <span>
        {!connection ? "Not live yet" : canEdit ? <Words of={saving} facts={facts} /> : <ReaderWords of={saving} />}
      </span>
    </p>
  );
}

const signs = {
  connecting: LoaderCircle,
  saved: Check,
  saving: LoaderCircle,
  unfit: CircleAlert,
  offline: CloudOff,
  refused: CircleAlert,
};

function Sign({ kind }: { kind: Saving["kind"] }) {
  const Icon = signs[kind];
  return <Icon size={16} aria-hidden="true" />;
}

function Words({ of: saving, facts }: { of: Saving; facts: SavingFacts }) {
  switch (saving.kind) {
    case "connecting":
      return <>Connecting…</>;
    case "saved":
      return (
        <>
          Saved <Time at={saving.at} show="time" />
        </>
      );
    case "saving":
      return <>Saving…</>;
    case "unfit":
      return <>{unfitWords(saving.entries)}</>;
    case "offline":
      return <>{offlineWords(saving)}</>;
    case "refused":
      return (
        <>
          {saving.sentence} {saving.final && wouldLose(facts) && <a href="#unsent">Go to the text</a>}
          {saving.signedOut && !wouldLose(facts) && (
            <a href="/sign-in" target="_blank" rel="noreferrer">
              Sign in in another tab
            </a>
          )}
        </>
      );
  }
}

const READER_WORDS = {
  connecting: "Connecting…",
  saved: "Live, read only",
  saving: "Live, read only",
  unfit: "Live, read only",
  offline: "Reconnecting…",
};

function ReaderWords({ of: saving }: { of: Saving }) {
  if (saving.kind === "refused")
    return (
      <>{saving.sentence.replace("Can't save", "Not live any more").replace("Everything you typed is saved.", "")}</>
    );
  return <>{READER_WORDS[saving.kind]}</>;
}

const unfitWords = (entries: number) => `${entries} ${entries === 1 ? "entry" : "entries"} not stored`;

function offlineWords({ waiting, entries }: { waiting: boolean; entries: number }): string {
  const words = waiting ? "Offline: your changes are kept in this tab" : "Offline: everything you typed is saved";
  return entries === 0 ? words : `${words}, ${unfitWords(entries)}`;
}

/** Connection changes are spoken, ordinary saving is not. */
function useAnnounced(saving: Saving): void {
  const before = useRef(saving.kind);
  const sentence = saving.kind === "refused" ? saving.sentence : saving.kind === "offline" ? offlineWords(saving) : "";
  useEffect(() => {
    const was = before.current;
    before.current = saving.kind;
    if (saving.kind === was) return;
    if (sentence) announce(sentence);
    else if (saving.kind === "saved" && (was === "offline" || was === "refused"))
      announce("Back online. Everything is saved.");
  }, [saving.kind, sentence]);
}
