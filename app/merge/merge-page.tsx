import "#app/merge/merge.css";
import { Form, Link, useNavigation } from "@remix-run/react";
import { useCase } from "#app/case/use-case.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { StatusWord } from "#app/ui/status-word.tsx";
import { TextField } from "#app/ui/text-field.tsx";
import type { MergeLook, MergePreview, MergeSide } from "#server/services/merges.ts";

type Answer = Parameters<typeof Refusal>[0]["of"];
type PageProps = { look: MergeLook; answer: Answer };

/** Merging one claim into another of the case: which one stays, what it gets, and only then the decision. */
export function MergePage({ look, answer }: PageProps) {
  const { from, preview, refusal, wanted } = look;
  const title = preview ? `Merge ${from.reference} into ${preview.into.reference}` : `Merge ${from.reference}`;
  return (
    <Page
      part
      title={title}
      lede={!preview && "Choose the claim that stays. You will see what it gets before anything happens."}
    >
      {preview ? (
        <Preview preview={preview} answer={answer} />
      ) : (
        <Choose look={look} refusal={refusal} wanted={wanted} />
      )}
    </Page>
  );
}

function Choose({ look, refusal, wanted }: { look: MergeLook; refusal: string | null; wanted: number | null }) {
  const { from, alike } = look;
  return (
    <div className="merge">
      <Side side={from} words="This claim would be dropped" />
      {alike.length > 0 && (
        <section aria-labelledby="merge-alike">
          <h3 id="merge-alike">Claims of this case that read alike</h3>
          <ul className="merge-alike">
            {alike.map((one) => (
              <li key={one.claimId}>
                <span className="ref">{one.reference}</span>
                <span className="statement" dir="auto" lang={one.language || undefined}>
                  {one.statement}
                </span>
                <ButtonLink to={`?into=${one.number}`} aria-label={`Compare with ${one.reference}`}>
                  Compare
                </ButtonLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Form className="merge-number">
        <TextField
          key={wanted}
          label="Number of the claim that stays"
          hint={`For example 3 for ${from.reference.replace(/\d+$/, "3")}`}
          name="into"
          required
          inputMode="numeric"
          defaultValue={wanted ?? ""}
          error={refusal}
        />
        <Button type="submit">Compare</Button>
      </Form>
    </div>
  );
}

function Preview({ preview, answer }: { preview: MergePreview; answer: Answer }) {
  const { parent } = useCase();
  const { from, into, takenOver, plan, version } = preview;
  const isSending = useNavigation().state !== "idle";
  const isNothing = takenOver.sources.length + takenOver.quotes.length === 0;
  const at = `/cases/${parent.number}/claims`;
  return (
    <div className="merge">
      <div className="merge-sides">
        <Side side={from} words="Will be dropped as a duplicate" />
        <Side side={into} words="Stays" />
      </div>
      <section aria-labelledby="merge-gets">
        <h3 id="merge-gets">What {into.reference} gets</h3>
        {isNothing ? (
          <p className="quiet">
            Nothing: it has every source and every quote already, so its sign-offs stay as they are.
          </p>
        ) : (
          <TakenOver takenOver={takenOver} />
        )}
      </section>
      <section aria-labelledby="merge-then">
        <h3 id="merge-then">What happens</h3>
        <ul className="merge-then">
          {!isNothing && (
            <li>The card of {into.reference} changes in your name, so whoever signed it is asked to look again.</li>
          )}
          <li>Status, assignee and reviewers of {into.reference} stay as they are.</li>
          <li>
            Statement, figures, rationale and verdict of {from.reference} are not taken over. They stay on its card, and
            its sign-offs stay on the record.
          </li>
          <li>
            Whoever opens {from.reference} is led to {into.reference}.
          </li>
          <li>
            Moving {from.reference} back to another status undoes this; what {into.reference} got stays there until
            somebody removes it.
          </li>
        </ul>
      </section>
      <Form method="post" className="merge-decide">
        <OnceKey />
        <input type="hidden" name="into" value={into.number} />
        <input type="hidden" name="plan" value={plan} />
        <input type="hidden" name="version" value={version} />
        <Refusal of={answer} />
        <div className="actions">
          <Button kind="primary" type="submit" disabled={isSending}>
            {isSending ? "Merging…" : `Merge into ${into.reference}`}
          </Button>
          <ButtonLink to={`${at}/${into.number}/merge?into=${from.number}`}>The other way round</ButtonLink>
          <ButtonLink kind="plain" to={`${at}/${from.number}/merge`}>
            Another claim
          </ButtonLink>
          <ButtonLink kind="plain" to={`${at}/${from.number}`}>
            Cancel
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}

function Side({ side, words }: { side: MergeSide; words: string }) {
  const { parent } = useCase();
  return (
    <article className="merge-side" aria-label={`${side.reference}: ${words}`}>
      <p className="merge-side-head">
        <Link className="ref" to={`/cases/${parent.number}/claims/${side.number}`}>
          {side.reference}
        </Link>
        <StatusWord status={side.status} />
        <span className="merge-side-words">{words}</span>
      </p>
      <p className="statement merge-statement" dir="auto" lang={side.language || undefined}>
        {side.statement || "No statement yet"}
      </p>
      <dl className="merge-facts">
        <div>
          <dt>Who says it</dt>
          <dd dir="auto">{side.claimant || "Not said"}</dd>
        </div>
        <div>
          <dt>Assignee</dt>
          <dd>{side.assignee?.name ?? "Nobody"}</dd>
        </div>
        <div>
          <dt>Sources</dt>
          <dd>{side.sources}</dd>
        </div>
        <div>
          <dt>Quotes</dt>
          <dd>{side.quotes}</dd>
        </div>
      </dl>
    </article>
  );
}

function TakenOver({ takenOver: { sources, quotes } }: { takenOver: MergePreview["takenOver"] }) {
  return (
    <ul className="merge-taken">
      {sources.map((one) => (
        <li key={one.id}>
          <span className="merge-kind">Source</span>
          <div>
            <p dir="auto">{[one.title || one.url || "Without a title", one.publisher].filter(Boolean).join(", ")}</p>
            {one.quote && (
              <blockquote className="merge-words" dir="auto" lang={one.quoteLanguage || undefined}>
                {one.quote}
              </blockquote>
            )}
          </div>
        </li>
      ))}
      {quotes.map((one) => (
        <li key={one.id}>
          <span className="merge-kind">Quote</span>
          <blockquote className="merge-words" dir="auto">
            {one.exact}
          </blockquote>
        </li>
      ))}
    </ul>
  );
}
