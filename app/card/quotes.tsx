import { Link } from "@remix-run/react";
import { useCard } from "#app/card/card-context.ts";
import { wordsAround } from "#app/card/words-around.ts";
import type { QuotePlace } from "#server/services/claim-view.ts";

/** The exact words in the article that this claim was taken from, and a few around them. */
export function Quotes({
  caseNumber,
  claimNumber,
  places,
}: {
  caseNumber: number;
  claimNumber: number;
  places: readonly QuotePlace[];
}) {
  const quotes = useCard((card) => card.quotes);
  const language = useCard((card) => card.language);
  if (quotes.length === 0) return null;
  return (
    <section className="card-part card-quotes" aria-labelledby="quotes-title">
      <h3 id="quotes-title">In the article</h3>
      {quotes.map((quote) => {
        const around = wordsAround(quote);
        const place = places.find((one) => one.id === quote.id);
        return (
          <figure key={quote.id} className="card-quote">
            <blockquote lang={language || undefined} dir="auto">
              <span className="quote-around">{around.before}</span>
              <mark className="quote-exact">{quote.exact}</mark>
              <span className="quote-around">{around.after}</span>
            </blockquote>
            {place && (
              <figcaption>
                <Link
                  to={`/cases/${caseNumber}/documents/${place.documentId}?version=${place.versionNumber}#claim-${claimNumber}`}
                >
                  Show the words in “{place.documentTitle}”
                </Link>{" "}
                <span className="quiet">
                  {[place.outlet, `version ${place.versionNumber}`].filter(Boolean).join(", ")}
                </span>
              </figcaption>
            )}
          </figure>
        );
      })}
    </section>
  );
}
