import "#app/article/add-to-claim.css";
import { type FormEvent, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { Choice } from "#app/ui/choice.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { DiffWords } from "#app/ui/diff-words.tsx";
import { Select } from "#app/ui/text-field.tsx";
import { wordDiff } from "#domain/word-diff.ts";
import type { ClaimChoice } from "#server/services/document-view.ts";

export type Addition = { claimId: string; replaces: string | null };

type AddProps = {
  /** The words that were selected, as they stand in this version. */
  words: string;
  versionNumber: number;
  claims: readonly ClaimChoice[];
  /** The claim that is chosen already, if any. */
  chosen?: string | undefined;
  language: string;
  onAdd: (addition: Addition) => void;
  onClose: () => void;
};

/** Adds the selected words to a claim that is there, beside its quotes or in the place of one that stands in another version. */
export function AddToClaim({ words, versionNumber, claims, chosen = "", language, onAdd, onClose }: AddProps) {
  const [claimId, setClaimId] = useState(chosen);
  const [replaces, setReplaces] = useState<string | null>(null);
  const claim = claims.find((one) => one.claimId === claimId) ?? null;
  const old = claim?.quotes.find((one) => one.quoteId === replaces) ?? null;
  const choose = (id: string) => {
    setClaimId(id);
    setReplaces(null);
  };
  const add = (event: FormEvent) => {
    event.preventDefault();
    onAdd({ claimId, replaces });
    onClose();
  };
  return (
    <Dialog title="Add these words to a claim" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <form className="stack" onSubmit={add}>
        <blockquote className="added-words" lang={language || undefined} dir="auto">
          {old ? <DiffWords parts={wordDiff(old.exact, words)} /> : words}
        </blockquote>
        <Select label="Claim" required value={claimId} onChange={(event) => choose(event.target.value)}>
          <option value="">Choose a claim</option>
          {claims.map((one) => (
            <option key={one.claimId} value={one.claimId}>
              {one.reference}: {one.statement.slice(0, 80) || "no statement yet"}
            </option>
          ))}
        </Select>
        {claim && <Places claim={claim} versionNumber={versionNumber} replaces={replaces} onChoose={setReplaces} />}
        <p className="quiet">The card changes with its words, so a signed claim has to be signed again.</p>
        <div className="actions">
          <Button kind="primary" type="submit">
            {submitWords(claim, old !== null)}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  );
}

const submitWords = (claim: ClaimChoice | null, isReplacing: boolean) =>
  isReplacing ? "Attach the new words" : claim ? `Add to ${claim.reference}` : "Add";

type PlacesProps = {
  claim: ClaimChoice;
  versionNumber: number;
  replaces: string | null;
  onChoose: (quoteId: string | null) => void;
};

/** Whether a quote goes when the new one comes. Nothing goes unless somebody says so. */
function Places({ claim, versionNumber, replaces, onChoose }: PlacesProps) {
  if (claim.quotes.length === 0) return null;
  return (
    <fieldset>
      <legend className="field-label">What becomes of the words that it has</legend>
      <Choice
        type="radio"
        name="replaces"
        label="They stay, and these are added"
        checked={replaces === null}
        onChange={() => onChoose(null)}
      />
      {claim.quotes.map((one) => (
        <Choice
          key={one.quoteId}
          type="radio"
          name="replaces"
          label={`These replace “${one.exact}”`}
          hint={one.versionNumber === versionNumber ? "In this version" : `In version ${one.versionNumber}`}
          checked={replaces === one.quoteId}
          onChange={() => onChoose(one.quoteId)}
        />
      ))}
    </fieldset>
  );
}
