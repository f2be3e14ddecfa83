import { Link } from "@remix-run/react";
import { overlaps, whoMarks } from "#app/article/marked-words.ts";
import { slice } from "#app/article/use-cursor.ts";
import { useToldWords } from "#app/article/use-told-words.ts";
import { useCase } from "#app/case/use-case.ts";
import { useAlike } from "#app/find/use-alike.ts";
import { useLiveCase } from "#app/live/use-live-case.ts";
import { PrecedentList } from "#app/precedents/precedent-list.tsx";
import { usePrecedents } from "#app/precedents/use-precedents.ts";
import { Button } from "#app/ui/button.tsx";
import { useLanguage, useWords } from "#app/words/speech.tsx";
import type { Span } from "#domain/sentences.ts";
import type { DocumentView } from "#server/services/document-view.ts";
import type { AlikePrecedent } from "#server/services/precedents.ts";

type HintClaim = {
  claimId: string;
  to: string;
  reference: string;
  statement: string;
  language: string;
  canAdd: boolean;
};
export type Hints = {
  people: string[];
  onWords: HintClaim[];
  alike: HintClaim[];
  checked: readonly AlikePrecedent[];
};

const MOST = 3;
/** The bar stands on the text. */
const MOST_CHECKED = 2;
const none: Hints = { people: [], onWords: [], alike: [], checked: [] };

/**
 * What one should know before making a claim from these words: who has them selected, which claims are there, and what
 * others have probably checked.
 */
export function useHints(view: DocumentView, selection: Span | null, target: Span | null): Hints {
  const { parent, me } = useCase();
  const { roster } = useLiveCase(parent.id);
  const { version, marks } = view;
  useToldWords(parent.id, version.id, selection);
  const words = parent.can.createClaim && target ? slice(version.text, target) : null;
  const alike = useAlike(parent.number, words);
  const checked = usePrecedents(words ?? "", { sentence: words === null ? "" : sentenceAround(view, target) });
  if (!target) return none;
  const on = marks.filter((mark, at) => overlaps(mark, target) && marks.findIndex(isOf(mark.claimId)) === at);
  const addable = new Set(view.claims.map((one) => one.claimId));
  const onWords = on.map(({ claimNumber, ...one }) =>
    hint({ ...one, caseNumber: parent.number, number: claimNumber }, addable),
  );
  const others = alike.filter((one) => !on.some(isOf(one.claimId))).map((one) => hint(one, addable));
  return {
    people: whoMarks(roster, me.id, version.id, target),
    onWords: onWords.slice(0, MOST),
    alike: others.slice(0, MOST),
    checked: checked.isOfThese ? checked.found.slice(0, MOST_CHECKED) : [],
  };
}

/** The sentence in which the words begin. */
function sentenceAround({ version, sentences }: DocumentView, target: Span | null): string {
  const sentence = target && sentences.find(({ start, end }) => start <= target.start && target.start < end);
  return sentence ? slice(version.text, sentence) : "";
}

const isOf = (claimId: string) => (one: { claimId: string }) => one.claimId === claimId;

type Given = Omit<HintClaim, "to" | "canAdd"> & { caseNumber: number; number: number };

const hint = ({ caseNumber, number, ...one }: Given, addable: ReadonlySet<string>): HintClaim => ({
  ...{ claimId: one.claimId, reference: one.reference, statement: one.statement, language: one.language },
  to: `/cases/${caseNumber}/claims/${number}`,
  canAdd: addable.has(one.claimId),
});

type HintsProps = { hints: Hints; onAdd: ((claimId: string) => void) | null };

/** Stands in the bar below the words. It says; it keeps nobody from making the claim. */
export function WordsHints({ hints: { people, onWords, alike, checked }, onAdd }: HintsProps) {
  const say = useWords("article");
  const isEmpty = people.length + onWords.length + alike.length + checked.length === 0;
  return (
    <div className={isEmpty ? "unseen" : "words-hints"} role="status">
      {people.length > 0 && <People names={people} />}
      <Claims title={say("hint_on_words")} claims={onWords} onAdd={onAdd} />
      <Claims title={say("hint_alike")} claims={alike} onAdd={onAdd} />
      {checked.length > 0 && <Checked checked={checked} />}
    </div>
  );
}

function Checked({ checked }: Pick<Hints, "checked">) {
  return (
    <>
      <p className="words-hint-title">{useWords("precedents")("hint")}</p>
      <PrecedentList found={checked} />
    </>
  );
}

function People({ names }: { names: readonly string[] }) {
  const say = useWords("article");
  const { locale } = useLanguage();
  const people = new Intl.ListFormat(locale).format(names);
  return <p className="words-hint-people">{say("hint_people", { count: names.length, people })}</p>;
}

function Claims({ title, claims, onAdd }: { title: string; claims: readonly HintClaim[] } & Pick<HintsProps, "onAdd">) {
  const say = useWords("article");
  if (claims.length === 0) return null;
  return (
    <>
      <p className="words-hint-title">{title}</p>
      <ul>
        {claims.map((one) => (
          <li key={one.claimId} className="words-hint">
            <span className="words-hint-statement" dir="auto" lang={(one.statement && one.language) || undefined}>
              {one.statement || say("no_statement")}
            </span>
            <span className="words-hint-ways">
              <Link className="ref" to={one.to} aria-label={say("open_claim", { reference: one.reference })}>
                {one.reference}
              </Link>
              {onAdd && one.canAdd && (
                <Button
                  kind="plain"
                  aria-label={say("hint_add_to", { reference: one.reference })}
                  onClick={() => onAdd(one.claimId)}
                >
                  {say("hint_add")}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
