import "#app/article/elsewhere-tray.css";
import { Link } from "@remix-run/react";
import { type RefObject, useEffect, useRef } from "react";
import { useCase } from "#app/case/use-case.ts";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Span } from "#domain/sentences.ts";
import type { ElsewhereView } from "#server/services/document-view.ts";

/** What needs somebody's eyes stands first; within one state the order of the text stays. */
const byNeed = (quotes: readonly ElsewhereView[]) => {
  const order = ["missing", "changed", "moved", "same"];
  return [...quotes].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
};

type TrayActs = {
  onShow: (span: Span) => void;
  /** Attaches it where its words stand here. */
  onConfirm: (quote: ElsewhereView) => void;
  /** Begins to choose other words for it. */
  onPlace: (quote: ElsewhereView) => void;
  /** Leaves it on the words of its own version, on purpose. */
  onKeep: (quote: ElsewhereView) => void;
};
type TrayProps = TrayActs & {
  quotes: readonly ElsewhereView[];
  busy: ReadonlySet<string>;
  /** The quote for which somebody is choosing words here. */
  placing: string | null;
  canEdit: boolean;
};

/** Claims whose words stand in another version. Nothing is attached to this one before somebody says so. */
export function ElsewhereTray({ quotes, busy, placing, canEdit, ...acts }: TrayProps) {
  const say = useWords("article");
  const title = useRef<HTMLHeadingElement>(null);
  useFocusAfterOne(title, quotes.length);
  if (quotes.length === 0) return null;
  const same = quotes.filter((one) => one.state === "same" && !one.isDropped && !busy.has(one.quoteId));
  const confirmSame = () => {
    for (const one of same) acts.onConfirm(one);
  };
  return (
    <section className="elsewhere" aria-labelledby="elsewhere-title">
      <h2 id="elsewhere-title" ref={title} tabIndex={-1}>
        {say("elsewhere")} <span className="claims-count">{quotes.length}</span>
      </h2>
      <p className="quiet">{canEdit ? say("elsewhere_editor") : say("elsewhere_reader")}</p>
      {canEdit && same.length > 1 && (
        <p className="actions">
          <Button onClick={confirmSame}>{say("elsewhere_confirm_all", { count: same.length })}</Button>
        </p>
      )}
      <ul className="elsewhere-list">
        {byNeed(quotes).map((quote) => (
          <Elsewhere
            key={quote.quoteId}
            quote={quote}
            isBusy={busy.has(quote.quoteId)}
            isPlacing={placing === quote.quoteId}
            canEdit={canEdit}
            {...acts}
          />
        ))}
      </ul>
    </section>
  );
}

type ElsewhereProps = TrayActs & { quote: ElsewhereView; isBusy: boolean; isPlacing: boolean; canEdit: boolean };

function Elsewhere(props: ElsewhereProps) {
  const say = useWords("article");
  const { parent } = useCase();
  const { reference, claimNumber, exact, language, isDropped, fromVersion, state } = props.quote;
  return (
    <li className="elsewhere-item" data-placing={props.isPlacing || undefined}>
      <p className="elsewhere-line">
        <Link className="ref" to={`/cases/${parent.number}/claims/${claimNumber}`}>
          {reference}
        </Link>
        <span className="meta">
          {say(isDropped ? "elsewhere_from_dropped" : "elsewhere_from", { number: fromVersion })}
        </span>
      </p>
      <blockquote className="elsewhere-quote" lang={language || undefined} dir="auto">
        {exact}
      </blockquote>
      <p className="elsewhere-state" data-state={state}>
        {say(`elsewhere_${state}`)}
      </p>
      <Acts {...props} />
    </li>
  );
}

/** A dropped claim gets no new words, and where the words stand unchanged there is nothing to keep against them. */
function Acts({ quote, isBusy, canEdit, onShow, onConfirm, onPlace, onKeep }: ElsewhereProps) {
  const say = useWords("article");
  const { reference, isDropped, state, start, end, fromVersion } = quote;
  const isOther = state === "missing" || state === "changed";
  return (
    <p className="actions">
      {start !== null && end !== null && (
        <Button onClick={() => onShow({ start, end })} aria-label={say("elsewhere_show_of", { reference })}>
          {say("elsewhere_show")}
        </Button>
      )}
      {canEdit && start !== null && (
        <Button
          disabled={isBusy}
          onClick={() => onConfirm(quote)}
          aria-label={say("elsewhere_confirm_of", { reference })}
        >
          {isBusy ? say("elsewhere_confirming") : say("elsewhere_confirm")}
        </Button>
      )}
      {canEdit && isOther && !isDropped && (
        <Button disabled={isBusy} onClick={() => onPlace(quote)} aria-label={say("elsewhere_place_of", { reference })}>
          {say("elsewhere_place")}
        </Button>
      )}
      {canEdit && isOther && (
        <Button
          kind="plain"
          disabled={isBusy}
          onClick={() => onKeep(quote)}
          aria-label={say("elsewhere_keep_of", { reference, number: fromVersion })}
        >
          {say("elsewhere_keep", { number: fromVersion })}
        </Button>
      )}
    </p>
  );
}

/** When the one that had the focus is settled and gone, the keyboard stays in the tray. */
function useFocusAfterOne(title: RefObject<HTMLElement>, count: number): void {
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current && document.activeElement === document.body) title.current?.focus();
    before.current = count;
  }, [title, count]);
}
