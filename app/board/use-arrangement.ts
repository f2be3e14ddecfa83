import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Arrangement, countWaiting, settle } from "#app/board/arrangement.ts";
import type { ClaimRow } from "#app/board/claim-row.ts";
import type { Group } from "#app/board/grouping.ts";

export type Arranged = {
  groups: Group[];
  waiting: number;
  showAll: () => void;
  /** I am about to decide on this claim, so it goes where it belongs at once. */
  own: (claimId: string) => void;
  /** I made this claim: it is shown, if it is not there already. */
  made: (claimId: string) => void;
};

/**
 * Keeps every claim where it stands while somebody points at the list or has the focus in it: what colleagues change
 * then waits until it is asked for. `asked` is what the person asked for; when that changes, everything is arranged anew.
 */
export function useArrangement(list: RefObject<HTMLElement | null>, groups: Group[], asked: string): Arranged {
  const isUsed = useIsUsed(list);
  const mine = useRef(new Set<string>());
  const kept = useRef<{ asked: string; turn: number; shown: Arrangement } | null>(null);
  const [turn, setTurn] = useState(0);
  const [madeCount, setMadeCount] = useState(0);
  const { shown, waiting } = useMemo(() => {
    void madeCount;
    const wanted = groups.map(({ key, words, rows }) => ({ key, words, ids: rows.map((row) => row.id) }));
    const before = kept.current?.asked === asked && kept.current.turn === turn ? kept.current.shown : null;
    const settled = before && settle(before, wanted, mine.current);
    const held = settled && countWaiting(settled, wanted);
    const stays = held !== null && held > 0 && (isUsed() || countWaiting(before ?? [], wanted) > held);
    const now = stays && settled ? settled : wanted;
    if (before) for (const id of mine.current) if (groupOf(before, id) !== groupOf(now, id)) mine.current.delete(id);
    kept.current = { asked, turn, shown: now };
    return { shown: stays ? now : null, waiting: stays ? held : 0 };
  }, [groups, asked, turn, madeCount, isUsed]);
  const own = useCallback((claimId: string) => void mine.current.add(claimId), []);
  const made = useCallback((claimId: string) => {
    if (kept.current && groupOf(kept.current.shown, claimId) !== undefined) return;
    mine.current.add(claimId);
    setMadeCount((now) => now + 1);
  }, []);
  const showAll = useCallback(() => {
    mine.current.clear();
    setTurn((now) => now + 1);
  }, []);
  const arranged = useMemo(() => (shown ? filled(shown, groups) : groups), [shown, groups]);
  return { groups: arranged, waiting, showAll, own, made };
}

const groupOf = (arrangement: Arrangement, id: string) => arrangement.find((group) => group.ids.includes(id))?.key;

/** The arrangement with what each claim says now. */
function filled(shown: Arrangement, groups: readonly Group[]): Group[] {
  const rows = new Map<string, ClaimRow>(groups.flatMap((group) => group.rows.map((row) => [row.id, row] as const)));
  return shown.map(({ key, words, ids }) => ({ key, words, rows: ids.flatMap((id) => rows.get(id) ?? []) }));
}

/** Whether the pointer or the focus was last seen in the list. A finger counts until it touches something else. */
function useIsUsed(list: RefObject<HTMLElement | null>): () => boolean {
  const isPointedAt = useRef(false);
  useEffect(() => {
    const note = ({ target }: PointerEvent) => {
      isPointedAt.current = target instanceof Node && (list.current?.contains(target) ?? false);
    };
    document.addEventListener("pointerover", note);
    return () => document.removeEventListener("pointerover", note);
  }, [list]);
  return useCallback(() => isPointedAt.current || (list.current?.contains(document.activeElement) ?? false), [list]);
}
