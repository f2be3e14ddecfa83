import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { newComments, visitTo } from "#app/discussion/new-since.ts";
import type { ThreadAbout } from "#domain/discussion.ts";
import type { DiscussionView } from "#server/services/discussion-view.ts";

/** What the next thread is about; each asking has a turn of its own, so that asking again moves the focus again. */
export type Asked = { about: ThreadAbout; name: string; turn: number };

export type DiscussionValue = {
  discussion: DiscussionView;
  asked: Asked;
  /** Opens the box for a new thread on this, called `name`, and goes there. */
  ask: (about: ThreadAbout, name?: string) => void;
  /** The same for words that were half-written before: nothing moves. */
  resume: (about: ThreadAbout, name: string) => void;
  /** The same box on the whole claim, wherever the focus is. */
  askNothing: () => void;
  isOpen: boolean;
  open: (isOpen: boolean) => void;
  /** The thread whose words are shown more strongly. */
  current: string | null;
  point: (threadId: string | null) => void;
  /** The ids of colleagues' comments that were not on this screen yet. */
  unseen: readonly string[];
  /** Everything that is there is on the screen now. */
  look: () => void;
};

const DiscussionContext = createContext<DiscussionValue | null>(null);

export function useDiscussion(): DiscussionValue {
  const value = useContext(DiscussionContext);
  if (!value) throw new Error("A part of the discussion stands outside of a card.");
  return value;
}

/** What the card's texts and its discussion share: which threads there are, and which of them is meant. */
export function DiscussionProvider({ discussion, children }: { discussion: DiscussionView; children: ReactNode }) {
  const [isOpen, open] = useState(true);
  const [current, point] = useState<string | null>(null);
  const asking = useAsked(open);
  const seeing = useUnseen(discussion);
  const value = useMemo(
    () => ({ discussion, isOpen, open, current, point, ...asking, ...seeing }),
    [discussion, isOpen, current, asking, seeing],
  );
  return <DiscussionContext.Provider value={value}>{children}</DiscussionContext.Provider>;
}

function useAsked(open: (isOpen: boolean) => void): Pick<DiscussionValue, "asked" | "ask" | "resume" | "askNothing"> {
  const [asked, setAsked] = useState<Asked>({ about: { kind: "claim" }, name: "", turn: 0 });
  const ask = useCallback(
    (about: ThreadAbout, name = "") => {
      open(true);
      setAsked((before) => ({ about, name, turn: before.turn + 1 }));
    },
    [open],
  );
  const askNothing = useCallback(() => setAsked((before) => ({ ...before, about: { kind: "claim" }, name: "" })), []);
  const resume = useCallback(
    (about: ThreadAbout, name: string) => setAsked((before) => (before.turn === 0 ? { about, name, turn: 0 } : before)),
    [],
  );
  return useMemo(() => ({ asked, ask, resume, askNothing }), [asked, ask, resume, askNothing]);
}

function useUnseen({ threads, lastVisit }: DiscussionView): Pick<DiscussionValue, "unseen" | "look"> {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const fresh = useMemo(() => newComments(threads, (one) => visitTo(one, lastVisit)), [threads, lastVisit]);
  const look = useCallback(
    () => setSeen((before) => (fresh.every((id) => before.has(id)) ? before : new Set([...before, ...fresh]))),
    [fresh],
  );
  const unseen = useMemo(() => fresh.filter((id) => !seen.has(id)), [fresh, seen]);
  return useMemo(() => ({ unseen, look }), [unseen, look]);
}
