import { useFetcher } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { bulkDoneWords, bulkForms, bulkUndo, type Left, splitResults } from "#app/board/bulk.ts";
import type { ClaimRow } from "#app/board/claim-row.ts";
import type { Selection } from "#app/board/use-selection.ts";
import { useCase } from "#app/case/use-case.ts";
import { useOnceKey } from "#app/ui/once-key.tsx";
import { refusedIn } from "#app/ui/refusal.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/speech.tsx";
import { useList } from "#app/words/use-list.ts";
import type { BulkAct, BulkResult } from "#server/services/bulk.ts";

type Run = {
  act: BulkAct;
  rows: ClaimRow[];
  forms: Record<string, string>[];
  at: number;
  results: BulkResult[];
  isUndo: boolean;
};
export type Bulk = {
  asking: BulkAct["act"] | null;
  ask: (act: BulkAct["act"] | null) => void;
  start: (act: BulkAct) => void;
  /** How many claims of how many have been decided; null when nothing is under way. */
  progress: { done: number; of: number } | null;
  /** What could not be done, until it is put aside. */
  left: Left[];
  putAside: () => void;
};

type Options = { claims: readonly ClaimRow[]; selection: Selection; own: (claimId: string) => void };

/** Decides on all selected claims: request after request, and then says what came of each claim. */
export function useBulk({ claims, selection, own }: Options): Bulk {
  const { people } = useCase().parent;
  const say = useWords("bulk");
  const listed = useList();
  const [asking, ask] = useState<BulkAct["act"] | null>(null);
  const [queue, setQueue] = useState<Run[]>([]);
  const [left, setLeft] = useState<Left[]>([]);
  const { submit, state, data: answer } = useFetcher();
  const onceKey = useOnceKey("bulk");
  const count = useRef(0);
  const sent = useRef<string | null>(null);
  const run = queue[0];

  const begin = useCallback(
    (acts: { act: BulkAct; rows: ClaimRow[] }[], isUndo: boolean) => {
      const runs = acts.map(({ act, rows }): Run => {
        count.current += 1;
        for (const row of rows) own(row.id);
        return { act, rows, forms: bulkForms(act, rows, `${onceKey}${count.current}`), at: 0, results: [], isUndo };
      });
      setQueue((all) => [...all, ...runs.filter((one) => one.rows.length > 0)]);
    },
    [onceKey, own],
  );

  const finish = useCallback(
    ({ act, rows, isUndo }: Run, results: readonly BulkResult[]) => {
      const { done, left: refused } = splitResults(rows, results);
      const back = isUndo ? [] : bulkUndo(act, done);
      const nameOf = (id: string) => people.find((one) => one.id === id)?.name ?? say("somebody");
      if (done.length > 0)
        toast(
          bulkDoneWords(say, act, done.length, { nameOf, listed }),
          back.length > 0 ? { label: say("undo"), run: () => begin(back, true) } : null,
        );
      setLeft((all) => [...all, ...refused]);
      selection.set(refused.map(({ row }) => row.id));
    },
    [people, say, listed, begin, selection.set],
  );

  useEffect(() => {
    const form = run?.forms[run.at];
    if (!run || !form || state !== "idle") return;
    if (sent.current !== form.once) {
      sent.current = form.once ?? null;
      submit(form, { method: "post" });
      return;
    }
    if (answer === undefined) return;
    const refused = refusedIn(answer);
    if (refused) toast(refused.message);
    const results = [...run.results, ...((answer as { results?: BulkResult[] }).results ?? [])];
    const isLast = refused !== null || run.at + 1 >= run.forms.length;
    if (isLast && (refused === null || results.length > 0)) finish(run, results);
    setQueue(([now, ...rest]) => (isLast || !now ? rest : [{ ...now, at: now.at + 1, results }, ...rest]));
  }, [run, state, answer, submit, finish]);

  return {
    asking,
    ask,
    start: (act) => begin([{ act, rows: claims.filter((row) => selection.ids.has(row.id)) }], false),
    progress: run ? { done: run.results.length, of: run.rows.length } : null,
    left,
    putAside: () => setLeft([]),
  };
}
