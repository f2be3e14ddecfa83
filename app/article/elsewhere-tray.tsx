import { Link } from "@remix-run/react";
import { useCase } from "#app/case/use-case.ts";
import { Button } from "#app/ui/button.tsx";
import type { Span } from "#domain/sentences.ts";
import type { ElsewhereView } from "#server/services/document-view.ts";

const STATES: Record<ElsewhereView["state"], string> = {
  same: "The same words stand at the same place here.",
  moved: "The same words stand at another place here.",
  changed: "The words are here, but what is around them has changed. Read it before you confirm.",
  missing:
    "These words are not in this version, or stand in several places. Select what it says now and add it to the claim.",
};

/** What needs somebody's eyes stands first; within one state the order of the text stays. */
const byNeed = (quotes: readonly ElsewhereView[]) => {
  const order = ["missing", "changed", "moved", "same"];
  return [...quotes].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
};

type ElsewhereTrayProps = {
  quotes: readonly ElsewhereView[];
  busy: ReadonlySet<string>;
  canConfirm: boolean;
  onShow: (span: Span) => void;
  onConfirm: (quote: ElsewhereView) => void;
};

/** Claims whose words stand in another version. Nothing is attached to this one before somebody says so. */
export function ElsewhereTray({ quotes, busy, canConfirm, onShow, onConfirm }: ElsewhereTrayProps) {
  if (quotes.length === 0) return null;
  const same = quotes.filter((one) => one.state === "same" && !one.isDropped && !busy.has(one.quoteId));
  const confirmSame = () => {
    for (const one of same) onConfirm(one);
  };
  return (
    <section className="elsewhere" aria-labelledby="elsewhere-title">
      <h2 id="elsewhere-title">
        Not marked in this version <span className="claims-count">{quotes.length}</span>
      </h2>
      <p className="quiet">
        These claims have their words in another version of the document.
        {canConfirm &&
          " Confirming one that reads the same leaves its sign-offs as they are; with other words around it, it has to be signed again."}
      </p>
      {canConfirm && same.length > 1 && (
        <p className="actions">
          <Button onClick={confirmSame}>Confirm the {same.length} that stand unchanged</Button>
        </p>
      )}
      <ul className="elsewhere-list">
        {byNeed(quotes).map((quote) => (
          <Elsewhere
            key={quote.quoteId}
            quote={quote}
            isBusy={busy.has(quote.quoteId)}
            {...{ canConfirm, onShow, onConfirm }}
          />
        ))}
      </ul>
    </section>
  );
}

type ElsewhereProps = Omit<ElsewhereTrayProps, "quotes" | "busy"> & { quote: ElsewhereView; isBusy: boolean };

function Elsewhere({ quote, isBusy, canConfirm, onShow, onConfirm }: ElsewhereProps) {
  const { parent } = useCase();
  const { reference, claimNumber, exact, isDropped, fromVersion, state, start, end } = quote;
  return (
    <li className="elsewhere-item">
      <p className="elsewhere-line">
        <Link className="ref" to={`/cases/${parent.number}/claims/${claimNumber}`}>
          {reference}
        </Link>
        <span className="meta">
          from version {fromVersion}
          {isDropped && ", dropped"}
        </span>
      </p>
      <blockquote className="elsewhere-quote" dir="auto">
        {exact}
      </blockquote>
      <p className="elsewhere-state" data-state={state}>
        {STATES[state]}
      </p>
      {start !== null && end !== null && (
        <p className="actions">
          <Button onClick={() => onShow({ start, end })}>Show the place</Button>
          {canConfirm && (
            <Button disabled={isBusy} onClick={() => onConfirm(quote)} aria-label={`Confirm ${reference} here`}>
              {isBusy ? "Confirming…" : "Confirm here"}
            </Button>
          )}
        </p>
      )}
    </li>
  );
}
