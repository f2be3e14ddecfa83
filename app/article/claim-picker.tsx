import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { findClaims } from "#app/article/find-claims.ts";
import { announce } from "#app/ui/announcer.tsx";
import { Option } from "#app/ui/option.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { ClaimChoice } from "#server/services/document-view.ts";

/** How many are listed; further words make them fewer. */
const MOST = 8;

type PickerProps = { claims: readonly ClaimChoice[]; onPick: (claim: ClaimChoice) => void };

/** Finds a claim by words or number: type, step with the arrows, take with Enter; or press one. */
export function ClaimPicker({ claims, onPick }: PickerProps) {
  const say = useWords("article");
  const id = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const found = findClaims(claims, typed);
  const listed = found.slice(0, MOST);
  const current = listed[Math.min(at, listed.length - 1)];
  const currentId = current && `${id}-${current.claimId}`;
  useSpokenCount(typed, found.length);
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by && listed.length > 0) setAt((at + by + listed.length) % listed.length);
    else if (event.key === "Enter" && current) onPick(current);
    else if (event.key !== "Enter") return;
    event.preventDefault();
  };
  return (
    <div className="claim-picker">
      <label className="field-label" htmlFor={`${id}-words`}>
        {say("claim")}
      </label>
      <input
        id={`${id}-words`}
        className="input"
        role="combobox"
        aria-expanded={listed.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={currentId}
        placeholder={say("claim_by_words")}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        dir={typed === "" ? undefined : "auto"}
        // biome-ignore lint/a11y/noAutofocus: the dialog begins with this question.
        autoFocus
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div className="claim-options" id={`${id}-list`} role="listbox" aria-label={say("claims")} tabIndex={-1}>
        {listed.map((one) => (
          <Option key={one.claimId} id={`${id}-${one.claimId}`} isCurrent={one === current} onPick={() => onPick(one)}>
            <ClaimLine claim={one} />
          </Option>
        ))}
      </div>
      {found.length === 0 && <p className="quiet">{say("claim_not_found")}</p>}
      {found.length > MOST && <p className="quiet">{say("claims_more", { count: found.length - MOST })}</p>}
    </div>
  );
}

/** Reference and statement of a claim, on one line where it fits. */
export function ClaimLine({ claim: { reference, statement, language } }: { claim: ClaimChoice }) {
  const say = useWords("article");
  return (
    <>
      <span className="ref">{reference}</span>{" "}
      <span className="claim-option-words" dir="auto" lang={(statement && language) || undefined}>
        {statement || say("no_statement")}
      </span>
    </>
  );
}

/** How many there are is said when somebody pauses. */
function useSpokenCount(typed: string, count: number): void {
  const say = useWords("article");
  useEffect(() => {
    if (typed.trim() === "") return;
    const timer = setTimeout(() => announce(say("claims_found", { count })), 500);
    return () => clearTimeout(timer);
  }, [say, typed, count]);
}
