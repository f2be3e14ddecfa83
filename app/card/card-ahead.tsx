import "#app/card/card-frame.css";
import { LoaderCircle } from "lucide-react";
import { useId, useRef } from "react";
import type { ClaimRow } from "#app/board/claim-row.ts";
import { useCarriedFocus } from "#app/card/use-carried-focus.ts";
import { useCase } from "#app/case/use-case.ts";
import { StatusWord } from "#app/ui/status-word.tsx";
import { useNoKeys } from "#app/ui/use-keys.ts";
import { VerdictMark } from "#app/ui/verdict-mark.tsx";
import { useWords } from "#app/words/speech.tsx";

/** A card that is on its way, with what the list knows of its claim, each where the card will have it. */
export function CardAhead({ row }: { row: ClaimRow }) {
  const say = useWords("case");
  const saySaving = useWords("saving");
  useNoKeys();
  return (
    <div className="card-screen" aria-busy="true">
      <header className="card-head">
        <div className="card-line">
          <h2 className="card-reference">
            <span className="unseen">{say("claim")} </span>
            <span className="ref">{row.reference}</span>
          </h2>
          <VerdictMark mark={row.mark} label={row.ratingLabel} />
          <StatusWord status={row.status} />
        </div>
        <div className="card-state">
          <p className="saving" data-kind="connecting">
            <LoaderCircle size={16} aria-hidden="true" />
            <span>{saySaving("connecting")}</span>
          </p>
        </div>
        {/* The room of the line that says what is missing. */}
        <p className="missing">{"\u00a0"}</p>
        <span className="button to-decision" data-ahead>
          {say("decide_link")}
        </span>
      </header>
      <div className="card-columns">
        <div className="card-body">
          <div id="statement">
            <StatementAhead row={row} />
          </div>
        </div>
        <div className="decisions" />
      </div>
    </div>
  );
}

function StatementAhead({ row: { statement, language } }: { row: ClaimRow }) {
  const say = useWords("places");
  const { can } = useCase().parent;
  const label = say("statement");
  const words = { lang: language || undefined, dir: "auto" };
  if (can.edit) return <BoxAhead label={label} statement={statement} words={words} />;
  return (
    <div className="card-field card-statement">
      <div className="card-field-head">
        <p className="field-label">{label}</p>
      </div>
      <p className="live-text-read" {...words}>
        {statement}
      </p>
    </div>
  );
}

type BoxProps = { label: string; statement: string; words: { lang: string | undefined; dir: string } };

function BoxAhead({ label, statement, words }: BoxProps) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  useCarriedFocus(box, ".card-statement .live-text-box");
  return (
    <div className="card-field card-statement">
      <div className="card-field-head">
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
      </div>
      <div className="live-text">
        <div className="live-text-mirror" aria-hidden="true" {...words}>
          {statement}
          {"\u200b"}
        </div>
        <textarea ref={box} id={id} rows={1} className="live-text-box" value={statement} readOnly {...words} />
      </div>
    </div>
  );
}
