import "#app/article/add-to-claim.css";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { ClaimLine, ClaimPicker } from "#app/article/claim-picker.tsx";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { DiffWords } from "#app/ui/diff-words.tsx";
import { useWords } from "#app/words/speech.tsx";
import { wordDiff } from "#domain/word-diff.ts";
import type { ClaimChoice } from "#server/services/document-view.ts";

export type Addition = { claimId: string; replaces: string | null };

type AddProps = {
  /** The words that were selected, as they stand in this version. */
  words: string;
  versionNumber: number;
  claims: readonly ClaimChoice[];
  /** What is chosen already, if anything. */
  chosen: Partial<Addition>;
  language: string;
  onAdd: (addition: Addition) => void;
  onClose: () => void;
};

/** Adds the selected words to a claim that is there, beside its quotes or in the place of one that stands in another version. */
export function AddToClaim({ words, versionNumber, claims, chosen, language, onAdd, onClose }: AddProps) {
  const say = useWords("article");
  const [claimId, setClaimId] = useState(chosen.claimId ?? null);
  const [replaces, setReplaces] = useState(chosen.replaces ?? null);
  const claim = claims.find((one) => one.claimId === claimId) ?? null;
  const old = claim?.quotes.find((one) => one.quoteId === replaces) ?? null;
  const choose = (one: ClaimChoice | null) => {
    setClaimId(one?.claimId ?? null);
    setReplaces(null);
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!claim) return;
    onAdd({ claimId: claim.claimId, replaces });
    onClose();
  };
  return (
    <Dialog title={say("add_title")} isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <form className="stack" onSubmit={add}>
        <blockquote className="added-words" lang={language || undefined} dir="auto">
          {old ? <DiffWords parts={wordDiff(old.exact, words)} /> : words}
        </blockquote>
        {claim ? (
          <Chosen claim={claim} onAgain={() => choose(null)} />
        ) : (
          <ClaimPicker claims={claims} onPick={choose} />
        )}
        {claim && <Places claim={claim} versionNumber={versionNumber} replaces={replaces} onChoose={setReplaces} />}
        <p className="quiet">{say("add_changes_card")}</p>
        <div className="actions">
          {claim && <AddButton claim={claim} isReplacing={old !== null} />}
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

function Chosen({ claim, onAgain }: { claim: ClaimChoice; onAgain: () => void }) {
  const say = useWords("article");
  return (
    <div className="chosen-claim">
      <p>
        <ClaimLine claim={claim} />
      </p>
      <Button kind="plain" onClick={onAgain}>
        {say("claim_another")}
      </Button>
    </div>
  );
}

/** Comes when a claim is chosen, with the focus: Enter a second time adds the words. */
function AddButton({ claim, isReplacing }: { claim: ClaimChoice; isReplacing: boolean }) {
  const say = useWords("article");
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <Button kind="primary" type="submit" ref={button}>
      {isReplacing ? say("attach_new_words") : say("add_to", { reference: claim.reference })}
    </Button>
  );
}

type PlacesProps = {
  claim: ClaimChoice;
  versionNumber: number;
  replaces: string | null;
  onChoose: (quoteId: string | null) => void;
};

/** Whether a quote goes when the new one comes. Nothing goes unless somebody says so. */
function Places({ claim, versionNumber, replaces, onChoose }: PlacesProps) {
  const say = useWords("article");
  if (claim.quotes.length === 0) return null;
  return (
    <fieldset>
      <legend className="field-label">{say("add_quotes")}</legend>
      <Choice
        type="radio"
        name="replaces"
        label={say("add_beside")}
        checked={replaces === null}
        onChange={() => onChoose(null)}
      />
      {claim.quotes.map((one) => (
        <Choice
          key={one.quoteId}
          type="radio"
          name="replaces"
          label={say("add_instead", { words: one.exact })}
          hint={
            one.versionNumber === versionNumber
              ? say("in_this_version")
              : say("in_version", { number: one.versionNumber })
          }
          checked={replaces === one.quoteId}
          onChange={() => onChoose(one.quoteId)}
        />
      ))}
    </fieldset>
  );
}
