import "#app/find/find.css";
import { useNavigate, useRouteLoaderData } from "@remix-run/react";
import { Search } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { Dialog as AriaDialog, Modal, ModalOverlay } from "react-aria-components";
import type { CaseFacts } from "#app/case/use-case.ts";
import type { Choice } from "#app/find/choices.ts";
import { FindList } from "#app/find/find-list.tsx";
import { pathOf } from "#app/find/places.ts";
import { useChoices } from "#app/find/use-choices.ts";
import { useFound } from "#app/find/use-found.ts";
import { announce } from "#app/ui/announcer.tsx";
import { useWords } from "#app/words/speech.tsx";

type DialogProps = {
  onClose: () => void;
  /** Closes, gives the focus back, then does it: a key of the screen means what has the focus. */
  onDo: (run: () => void) => void;
};

/** One box to go anywhere, find anything and do what this screen can do. */
export function FindDialog({ onClose, onDo }: DialogProps) {
  const say = useWords("find");
  return (
    <ModalOverlay
      className="dialog-shade find-shade"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable
    >
      <Modal className="dialog-frame find-frame">
        <AriaDialog className="find-dialog" aria-label={say("find_go_do")}>
          <Finder onClose={onClose} onDo={onDo} />
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ onClose, onDo }: DialogProps) {
  const say = useWords("find");
  const [typed, setTyped] = useState("");
  const { number } = (useRouteLoaderData("routes/cases.$number") as CaseFacts | undefined)?.parent ?? {};
  const { answer, isWaiting } = useFound(typed.trim(), number === undefined ? null : String(number));
  const groups = useChoices(typed, answer);
  const choices = groups.flatMap((group) => group.choices);
  const { current, step, first } = useCurrent(choices);
  const navigate = useNavigate();
  const id = useId();
  const pick = (choice: Choice) => {
    if (choice.kind === "do") return onDo(choice.run);
    onClose();
    navigate(choice.kind === "go" ? choice.to : pathOf(choice.hit));
  };
  const enter = useEnter(isWaiting, () => current && pick(current));
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) step(by);
    else if (event.key === "Enter") enter();
    else return;
    event.preventDefault();
  };
  useSpokenCount(typed, isWaiting, answer.hits.length);
  return (
    <>
      <div className="find-box">
        <Search size={18} aria-hidden="true" />
        <input
          className="find-input"
          role="combobox"
          aria-label={say("find_go_do")}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={current ? `${id}-list-${current.id}` : undefined}
          placeholder={say("box_hint")}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          dir="auto"
          // biome-ignore lint/a11y/noAutofocus: the dialog is this box.
          autoFocus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            first();
          }}
          onKeyDown={press}
        />
        <span className="find-hint-key" aria-hidden="true">
          <kbd className="key">Esc</kbd>
        </span>
      </div>
      {answer.trouble && (
        <p className="find-trouble" role="alert">
          {say(answer.trouble)}
        </p>
      )}
      <FindList id={`${id}-list`} groups={groups} current={current} onPick={pick} />
    </>
  );
}

/** Enter that comes before the answer means its first line, so it waits for that. */
function useEnter(isWaiting: boolean, run: () => void): () => void {
  const [isPressed, setPressed] = useState(false);
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    if (!isPressed || isWaiting) return;
    setPressed(false);
    latest.current();
  }, [isPressed, isWaiting]);
  return () => setPressed(true);
}

/** Which line is meant: the first one, until somebody presses an arrow. */
function useCurrent(choices: readonly Choice[]) {
  const [chosen, setChosen] = useState<string | null>(null);
  const at = Math.max(
    0,
    choices.findIndex((one) => one.id === chosen),
  );
  const step = (by: number) => setChosen(choices[(at + by + choices.length) % choices.length]?.id ?? null);
  return { current: choices[at] ?? null, step, first: () => setChosen(null) };
}

/** Says how much was found when somebody pauses; the arrows then read the lines. */
function useSpokenCount(typed: string, isWaiting: boolean, count: number): void {
  const say = useWords("find");
  useEffect(() => {
    if (typed.trim() === "" || isWaiting) return;
    const timer = setTimeout(() => announce(say("spoken", { count })), 700);
    return () => clearTimeout(timer);
  }, [typed, isWaiting, count, say]);
}
