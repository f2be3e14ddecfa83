import { Link } from "@remix-run/react";
import { Check, CircleAlert, CloudOff, LoaderCircle } from "lucide-react";
import { useEffect, useRef } from "react";
import { useCardContext, useSaving } from "#app/card/card-context.ts";
import { closeSaying } from "#app/card/close-sentence.ts";
import { type Saving, savingOf, wouldLose } from "#app/card/saving.ts";
import { announce } from "#app/ui/announcer.tsx";
import { Time } from "#app/ui/time.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useSaying, useWords, Words } from "#app/words/speech.tsx";

type RefusedSaving = Extract<Saving, { kind: "refused" }>;

/** Whether what was typed is on the server's disk, always in words and with a sign of its own. */
export function SavingState() {
  const { canEdit, connection } = useCardContext();
  const say = useWords("saving");
  const saving = useSaving(savingOf);
  useAnnounced(saving, canEdit);
  useSentKept();
  return (
    <p className="saving" data-kind={saving.kind} data-testid="saving">
      <Sign kind={saving.kind} />
      <span>{!connection ? say("not_live") : canEdit ? <State of={saving} /> : <ReaderState of={saving} />}</span>
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

function State({ of: saving }: { of: Saving }) {
  const say = useWords("saving");
  const loses = useSaving(wouldLose);
  const sayOffline = useOfflineWords();
  const kept = useSaving((facts) => facts.kept);
  switch (saving.kind) {
    case "saved":
      return <Words room="saving" id="saved" values={{ time: <Time at={saving.at} show="time" /> }} />;
    case "unfit":
      return say("unfit", saving);
    case "offline":
      return sayOffline(saving);
    case "connecting":
      return kept > 0 ? say("connecting_kept", { changes: kept }) : say("connecting");
    case "refused":
      return <Refused of={saving} loses={loses} />;
    default:
      return say(saving.kind);
  }
}

function Refused({ of: { sentence, final, signedOut }, loses }: { of: RefusedSaving; loses: boolean }) {
  const say = useWords("saving");
  const sayIt = useSaying("saving");
  return (
    <>
      {sayIt(sentence)} {final && loses && <Link to="#unsent">{say("go_to_text")}</Link>}
      {signedOut && !loses && (
        <a href="/sign-in" target="_blank" rel="noreferrer">
          {say("sign_in")}
        </a>
      )}
    </>
  );
}

function ReaderState({ of: saving }: { of: Saving }) {
  const say = useWords("saving");
  const sayIt = useSaying("saving");
  if (saving.kind === "connecting") return say("connecting");
  if (saving.kind === "offline") return say("reader_offline");
  return saving.kind === "refused" ? sayIt(toReader(saving)) : say("reader_live");
}

const toReader = ({ closed, sentence }: RefusedSaving) => closeSaying(closed, "reading") ?? sentence;

function useOfflineWords(): (saving: Extract<Saving, { kind: "offline" }>) => string {
  const say = useWords("saving");
  const onDevice = useSaving((facts) => facts.onDevice);
  return ({ changes, entries }) => {
    if (entries === 0) return say(onDevice ? "offline_kept" : "offline", { changes });
    return say(onDevice ? "offline_unfit_kept" : "offline_unfit", { changes, entries });
  };
}

/** Connection changes are spoken, ordinary saving is not. */
function useAnnounced(saving: Saving, canEdit: boolean): void {
  const say = useWords("saving");
  const sayIt = useSaying("saving");
  const before = useRef(saving.kind);
  const refused = saving.kind === "refused" ? sayIt(canEdit ? saving.sentence : toReader(saving)) : "";
  const sayOffline = useOfflineWords();
  const spoken = saving.kind === "offline" ? sayOffline(saving) : refused;
  useEffect(() => {
    const was = before.current;
    before.current = saving.kind;
    if (saving.kind === was) return;
    if (spoken) announce(spoken);
    else if (saving.kind === "saved" && (was === "offline" || was === "refused")) announce(say("back_online"));
  }, [saving.kind, spoken, say]);
}

/** What waited on this device is told once the server has it. */
function useSentKept(): void {
  const say = useWords("unsent");
  const count = useSaving((facts) => facts.sentKept);
  useEffect(() => {
    if (count > 0) toast(say("sent", { count }));
  }, [count, say]);
}
