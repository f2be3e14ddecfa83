import { Link } from "@remix-run/react";
import { useCard, useCardContext, useEditing } from "#app/card/card-context.ts";
import { wordsAround } from "#app/card/words-around.ts";
import { Button } from "#app/ui/button.tsx";
import { ShownText } from "#app/ui/shown-text.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { Quote } from "#domain/card.ts";
import { addQuote, removeQuote } from "#domain/card-edit.ts";
import type { QuotePlace } from "#server/services/claim-view.ts";

type QuotesProps = { caseNumber: number; claimNumber: number; places: readonly QuotePlace[] };

/** The exact words in the article that this claim was taken from, and a few around them. */
export function Quotes({ caseNumber, claimNumber, places }: QuotesProps) {
  const say = useWords("card");
  const quotes = useCard((card) => card.quotes);
  const language = useCard((card) => card.language);
  if (quotes.length === 0) return null;
  return (
    <section className="card-part card-quotes" aria-labelledby="quotes-title">
      <h3 id="quotes-title">{say("quotes")}</h3>
      {quotes.map((quote) => (
        <QuoteFigure
          key={quote.id}
          quote={quote}
          language={language}
          place={places.find((one) => one.id === quote.id) ?? null}
          at={`/cases/${caseNumber}/documents`}
          anchor={`claim-${claimNumber}`}
        />
      ))}
    </section>
  );
}

type FigureProps = { quote: Quote; language: string; place: QuotePlace | null; at: string; anchor: string };

function QuoteFigure({ quote, language, place, at, anchor }: FigureProps) {
  const say = useWords("card");
  const around = wordsAround(quote);
  return (
    <figure className="card-quote">
      <blockquote lang={language || undefined} dir="auto">
        <span className="quote-around">
          <ShownText text={around.before} />
        </span>
        <mark className="quote-exact">
          <ShownText text={quote.exact} />
        </mark>
        <span className="quote-around">
          <ShownText text={around.after} />
        </span>
      </blockquote>
      <figcaption>
        {place && (
          <>
            <Link to={`${at}/${place.documentId}?version=${place.versionNumber}#${anchor}`}>
              {say("quote_show", { title: place.documentTitle })}
            </Link>{" "}
            <span className="quiet">{say(place.outlet ? "quote_version_of" : "quote_version", versionOf(place))}</span>
          </>
        )}
        <RemoveQuote quote={quote} />
      </figcaption>
    </figure>
  );
}

const versionOf = ({ outlet, versionNumber }: QuotePlace) => ({ outlet, number: versionNumber });

/** Takes the quote from the card at once; the way back is offered. */
function RemoveQuote({ quote }: { quote: Quote }) {
  const say = useWords("card");
  const { canEdit } = useCardContext();
  const editing = useEditing();
  if (!canEdit) return null;
  const remove = () => {
    editing?.pick((doc) => removeQuote(doc, quote.id));
    toast(say("quote_removed"), {
      label: say("undo"),
      run: () => editing?.pick((doc) => addQuote(doc, quote)),
    });
  };
  return (
    <Button
      kind="plain"
      disabled={!editing}
      aria-label={say("quote_remove_named", { quote: quote.exact })}
      onClick={remove}
    >
      {say("quote_remove")}
    </Button>
  );
}
