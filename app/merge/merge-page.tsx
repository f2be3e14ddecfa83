import "#app/merge/merge.css";
import { Form, Link, useNavigation } from "@remix-run/react";
import { useCase } from "#app/case/use-case.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Field } from "#app/ui/field.tsx";
import { OnceKey } from "#app/ui/once-key.tsx";
import { Page } from "#app/ui/page.tsx";
import { Refusal } from "#app/ui/refusal.tsx";
import { StatusWord } from "#app/ui/status-word.tsx";
import { useWords, Words } from "#app/words/speech.tsx";

import type { MergeLook, MergePreview, MergeSide } from "#server/services/merges.ts";

type Answer = Parameters<typeof Refusal>[0]["of"];
type Look = MergeLook & { refusal: string | null };
type PageProps = { look: Look; answer: Answer };

/** Merging one claim into another of the case: which one stays, what it gets, and only then the decision. */
export function MergePage({ look, answer }: PageProps) {
  const say = useWords("merge");
  const { from, preview, refusal, wanted } = look;
  const title = preview
    ? say("merge_into_title", { from: from.reference, into: preview.into.reference })
    : say("merge_title", { reference: from.reference });
  return (
    <Page part title={title} lede={!preview && say("choose_lede")}>
      {preview ? (
        <Preview preview={preview} answer={answer} />
      ) : (
        <Choose look={look} refusal={refusal} wanted={wanted} />
      )}
    </Page>
  );
}

function Choose({ look, refusal, wanted }: { look: Look; refusal: string | null; wanted: number | null }) {
  const say = useWords("merge");
  const { from, alike } = look;
  return (
    <div className="merge">
      <Side side={from} words={say("would_be_dropped")} />
      {alike.length > 0 && (
        <section aria-labelledby="merge-alike">
          <h3 id="merge-alike">{say("read_alike")}</h3>
          <ul className="merge-alike">
            {alike.map((one) => (
              <li key={one.claimId}>
                <span className="ref">{one.reference}</span>
                <span className="statement" dir="auto" lang={one.language || undefined}>
                  {one.statement}
                </span>
                <ButtonLink to={`?into=${one.number}`} aria-label={say("compare_with", { reference: one.reference })}>
                  {say("compare")}
                </ButtonLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Form className="merge-number">
        <Field
          label={say("number_label")}
          hint={say("number_hint", { reference: from.reference.replace(/\d+$/, "3") })}
          error={refusal}
          beside={<Button type="submit">{say("compare")}</Button>}
        >
          {(control) => (
            <input key={wanted} {...control} name="into" required inputMode="numeric" defaultValue={wanted ?? ""} />
          )}
        </Field>
      </Form>
    </div>
  );
}

function Preview({ preview, answer }: { preview: MergePreview; answer: Answer }) {
  const { parent } = useCase();
  const say = useWords("merge");
  const { from, into, takenOver, plan, version } = preview;
  const isSending = useNavigation().state !== "idle";
  const isNothing = takenOver.sources.length + takenOver.quotes.length === 0;
  const at = `/cases/${parent.number}/claims`;
  const both = { from: <bdi>{from.reference}</bdi>, into: <bdi>{into.reference}</bdi> };
  const ofInto = { reference: both.into };
  return (
    <div className="merge">
      <div className="merge-sides">
        <Side side={from} words={say("will_be_dropped")} />
        <Side side={into} words={say("stays")} />
      </div>
      <section aria-labelledby="merge-gets">
        <h3 id="merge-gets">
          <Words room="merge" id="what_it_gets" values={ofInto} />
        </h3>
        {isNothing ? <p className="quiet">{say("gets_nothing")}</p> : <TakenOver takenOver={takenOver} />}
      </section>
      <section aria-labelledby="merge-then">
        <h3 id="merge-then">{say("what_happens")}</h3>
        <ul className="merge-then">
          {!isNothing && (
            <li>
              <Words room="merge" id="card_changes" values={ofInto} />
            </li>
          )}
          <li>
            <Words room="merge" id="work_stays" values={ofInto} />
          </li>
          <li>
            <Words room="merge" id="words_stay" values={{ reference: both.from }} />
          </li>
          {takenOver.set && (
            <li>
              <Words room="merge" id="set_passes" values={{ ...both, name: <bdi>{takenOver.set.name}</bdi> }} />
            </li>
          )}
          <li>
            <Words room="merge" id="discussion_follows" values={both} />
          </li>
          <li>
            <Words room="merge" id="leads_on" values={both} />
          </li>
          <li>
            <Words room="merge" id="can_be_undone" values={both} />
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
            {isSending ? say("merging") : say("merge_into", { reference: into.reference })}
          </Button>
          <ButtonLink to={`${at}/${into.number}/merge?into=${from.number}`}>{say("other_way")}</ButtonLink>
          <ButtonLink kind="plain" to={`${at}/${from.number}/merge`}>
            {say("another_claim")}
          </ButtonLink>
          <ButtonLink kind="plain" to={`${at}/${from.number}`}>
            {say("cancel")}
          </ButtonLink>
        </div>
      </Form>
    </div>
  );
}

function Side({ side, words }: { side: MergeSide; words: string }) {
  const say = useWords("merge");
  const { parent } = useCase();
  return (
    <article className="merge-side" aria-label={say("side", { reference: side.reference, words })}>
      <p className="merge-side-head">
        <Link className="ref" dir="ltr" to={`/cases/${parent.number}/claims/${side.number}`}>
          {side.reference}
        </Link>
        <StatusWord status={side.status} />
        <span className="merge-side-words">{words}</span>
      </p>
      <p className="statement merge-statement" dir="auto" lang={(side.statement && side.language) || undefined}>
        {side.statement || say("no_statement")}
      </p>
      <dl className="merge-facts">
        <div>
          <dt>{say("who_says_it")}</dt>
          <dd>
            <bdi>{side.claimant || say("not_said")}</bdi>
          </dd>
        </div>
        <div>
          <dt>{say("assignee")}</dt>
          <dd>
            <bdi>{side.assignee?.name ?? say("nobody")}</bdi>
          </dd>
        </div>
        <div>
          <dt>{say("sources")}</dt>
          <dd>{side.sources}</dd>
        </div>
        <div>
          <dt>{say("quotes")}</dt>
          <dd>{side.quotes}</dd>
        </div>
      </dl>
    </article>
  );
}

function TakenOver({ takenOver: { sources, quotes } }: { takenOver: MergePreview["takenOver"] }) {
  const say = useWords("merge");
  return (
    <ul className="merge-taken">
      {sources.map((one) => (
        <li key={one.id}>
          <span className="merge-kind">{say("source")}</span>
          <div>
            <p>
              <bdi>{[one.title || one.url || say("untitled"), one.publisher].filter(Boolean).join(", ")}</bdi>
            </p>
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
          <span className="merge-kind">{say("quote")}</span>
          <blockquote className="merge-words" dir="auto">
            {one.exact}
          </blockquote>
        </li>
      ))}
    </ul>
  );
}
