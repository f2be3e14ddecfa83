import { type RefObject, useCallback, useEffect, useMemo, useRef } from "react";
import type { Addition } from "#app/article/add-to-claim.tsx";
import type { Making } from "#app/article/article-model.ts";
import { claimInTheWay, type Errand, madeBy, sentenceOf, useErrands } from "#app/article/errands.tsx";
import { claimOn, type DismissReason, dismissedAs, touched } from "#app/article/sentence-words.ts";
import { useNew } from "#app/article/use-new.ts";
import { announce } from "#app/ui/announcer.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useSaying, useWords } from "#app/words/speech.tsx";
import type { Span } from "#domain/sentences.ts";
import { whyNotQuote } from "#domain/why-not-quote.ts";
import type { Say } from "#domain/words/say.ts";
import type { DocumentView, ElsewhereView, SentenceView } from "#server/services/document-view.ts";

/** What people do with words and sentences. Everything shows at once and is taken back when the server refuses. */
export function useMarking(root: RefObject<HTMLElement>, view: DocumentView, caseNumber: number, me: string) {
  const say = useWords("article");
  const sayIt = useSaying("article");
  const awaited = useRef<string | null>(null);
  const askedAt = useRef<Element | null>(null);
  const confirming = useRef({ asked: 0, done: 0 });
  const [made, setMade] = useNew();
  const wayTo = useCallback(
    ({ number, reference }: { number: number; reference: string }) => ({
      label: say("open_claim", { reference }),
      to: `/cases/${caseNumber}/claims/${number}`,
    }),
    [say, caseNumber],
  );
  const { send, pending, elements } = useErrands((errand, answer) => {
    const refusal = sentenceOf(answer);
    if (errand.fields.intent === "carry") return confirmed(refusal);
    const other = claimInTheWay(answer);
    if (refusal !== null) return toast(refusal, other && wayTo(other));
    if (errand.fields.intent === "keep") return toast(say("kept", keptBy(errand)));
    const claim = madeBy(answer);
    if (!claim) return announce(doneWords(say, errand));
    const { claimId, reference, version } = claim;
    awaited.current = claimId;
    setMade(claimId);
    toast(say("made", { reference }), {
      label: say("undo"),
      run: () => send({ intent: "undo", claimId, version: String(version) }),
    });
  });
  /** Says it once for all that were confirmed together. */
  const confirmed = (refusal: string | null) => {
    const { asked, done } = confirming.current;
    confirming.current = { asked: asked - 1, done: done + (refusal === null ? 1 : 0) };
    if (refusal !== null) toast(refusal);
    if (asked > 1) return;
    if (confirming.current.done > 0) announce(say("confirmed", { count: confirming.current.done }));
    confirming.current = { asked: 0, done: 0 };
  };
  const versionNumber = String(view.version.number);

  const making = useMemo(() => pending.flatMap(makingOf), [pending]);
  const sentences = useMemo(
    () => pending.reduce((list, errand) => afterErrand(list, errand, me), view.sentences),
    [pending, view.sentences, me],
  );

  useEffect(() => {
    const button =
      awaited.current && root.current?.querySelector<HTMLElement>(`[data-claim="${CSS.escape(awaited.current)}"]`);
    if (!button) return;
    awaited.current = null;
    // Whoever has gone on to the next sentence meanwhile stays there.
    const isWaiting = document.activeElement === askedAt.current || document.activeElement === document.body;
    if (isWaiting && document.getSelection()?.isCollapsed !== false) button.focus({ preventScroll: true });
  });

  const { text } = view.version;
  const { marks } = view;
  const claim = useCallback(
    (span: Span | null): boolean => {
      if (span && claimOn(text, span, making)) return false;
      const same = span && claimOn(text, span, marks);
      const why = span && whyNotQuote(text, span.start, span.end);
      const refusal = span ? why && sayIt(why) : say("select_first");
      const standing = same && say("stands_already", { reference: same.reference });
      if (!span || refusal || standing) {
        toast(standing ?? refusal ?? "", same ? wayTo({ number: same.claimNumber, reference: same.reference }) : null);
        return false;
      }
      askedAt.current = document.activeElement;
      send({ intent: "claim", start: String(span.start), end: String(span.end), versionNumber });
      return true;
    },
    [say, sayIt, send, text, marks, making, versionNumber, wayTo],
  );
  const dismiss = useCallback(
    (span: Span | null, reason: DismissReason | null): boolean => {
      const found = span ? touched(sentences, span).map((ordinal) => sentences[ordinal]) : [];
      const free = found.filter((one): one is SentenceView => one !== undefined && one.state !== "claimed");
      if (free.length === 0) {
        toast(say(found.length > 0 ? "accounted_already" : "select_first"));
        return false;
      }
      send({
        intent: "dismiss",
        ordinals: free.map((one) => one.ordinal).join(","),
        reason: reason ?? "",
        versionNumber,
      });
      return true;
    },
    [say, send, sentences, versionNumber],
  );
  const carry = useCallback(
    (quote: { claimId: string; quoteId: string }) => {
      confirming.current.asked += 1;
      send({ intent: "carry", ...quote, versionNumber });
    },
    [send, versionNumber],
  );
  const keep = useCallback(
    ({ claimId, quoteId, reference, fromVersion }: ElsewhereView) =>
      send({ intent: "keep", claimId, quoteId, versionNumber, reference, from: String(fromVersion) }),
    [send, versionNumber],
  );
  const attach = useCallback(
    ({ start, end }: Span, { claimId, replaces }: Addition) =>
      send({
        intent: "attach",
        ...{ claimId, replaces: replaces ?? "", start: String(start), end: String(end), versionNumber },
      }),
    [send, versionNumber],
  );

  return { making, made, sentences, pending, elements, claim, dismiss, carry, keep, attach };
}

/** What stays on the words of its own version. */
const keptBy = ({ fields }: Errand) => ({ reference: fields.reference ?? "", number: Number(fields.from) });

function makingOf({ id, fields }: Errand): Making[] {
  return fields.intent === "claim" ? [{ id, start: Number(fields.start), end: Number(fields.end) }] : [];
}

function afterErrand(sentences: SentenceView[], { fields }: Errand, me: string): SentenceView[] {
  if (fields.intent !== "dismiss") return sentences;
  const reason = (fields.reason || null) as DismissReason | null;
  return dismissedAs(sentences, (fields.ordinals ?? "").split(",").map(Number), reason, me);
}

function doneWords(say: Say<"article">, { fields }: Errand): string {
  if (fields.intent === "undo") return say("claim_taken_back");
  if (fields.intent === "attach") return say("words_added");
  return say(fields.reason ? `done_${fields.reason as DismissReason}` : "sentence_reopened");
}
