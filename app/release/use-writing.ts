import { useCallback, useEffect, useState } from "react";
import { UNASKED_HEADER } from "#domain/protocol.ts";
import type { Writing } from "#server/export/writings.ts";

const PACE_MS = 500;
/** How often it is asked for a file that the server does not know yet. */
const PATIENCE = 20;

/** How far a download or a release of this page is, as the server says, until it has ended. `begin` takes the mark it is asked for under. */
export function useWriting(): { writing: Writing | null; begin: (mark: string) => void } {
  const [mark, setMark] = useState("");
  const [writing, setWriting] = useState<Writing | null>(null);
  useEffect(() => {
    if (mark) return follow(mark, setWriting);
  }, [mark]);
  const begin = useCallback((next: string) => {
    setWriting(null);
    setMark(next);
  }, []);
  return { writing, begin };
}

function follow(mark: string, tell: (writing: Writing) => void): () => void {
  let [unknown, isOver] = [0, false];
  let timer = setTimeout(ask, PACE_MS);
  async function ask() {
    const writing = await askOnce(mark);
    if (isOver) return;
    if (writing) tell(writing);
    else unknown++;
    if (writing ? writing.state === "writing" : unknown < PATIENCE) timer = setTimeout(ask, PACE_MS);
  }
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

async function askOnce(mark: string): Promise<Writing | null> {
  try {
    const answer = await fetch(`/releases/writing?mark=${encodeURIComponent(mark)}`, {
      headers: { [UNASKED_HEADER]: "1" },
    });
    return answer.ok ? ((await answer.json()) as Writing | null) : null;
  } catch {
    return null;
  }
}
