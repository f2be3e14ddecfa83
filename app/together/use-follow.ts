import { useLocation, useNavigate } from "@remix-run/react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { placePath } from "#app/case/whereabouts.ts";
import type { LiveShown } from "#app/live/use-live-case.ts";
import { type Followed, followed, unfollow, untilOwnStep } from "#app/together/follow.ts";
import { bringIntoView, whenThere } from "#app/together/seek.ts";
import { spotSelector } from "#app/together/spot.ts";
import { hasUnsentWords, unsentOnCard } from "#app/together/unsent.ts";
import { announce } from "#app/ui/announcer.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/speech.tsx";

/** Whoever loads a page again is gone for a moment. */
const PATIENCE_MS = 10_000;

const nobody = () => null;
const no = () => false;

type Given = {
  caseNumber: number;
  live: LiveShown;
  /** The screens of the case that are open to this person. */
  mayOpen: (screen: string) => boolean;
};

export type Following = { who: Followed; isWaiting: boolean } | null;

/** Takes this window where the followed person goes within the case. The case's layout calls it, once. */
export function useFollow({ caseNumber, live, mayOpen }: Given): Following {
  const say = useWords("together");
  const who = useSyncExternalStore(followed.subscribe, followed.get, nobody);
  const isUnsent = useSyncExternalStore(unsentOnCard.subscribe, unsentOnCard.get, no);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const [isWaiting, setWaiting] = useState(false);
  const there = who ? live.roster.find((one) => one.memberId === who.memberId) : undefined;
  const isThere = there !== undefined;
  const path = there && mayOpen(there.screen) ? placePath(caseNumber, there) : null;
  const field = there?.field ?? null;
  useEffect(() => {
    if (!who || path === null || path === pathname) return setWaiting(false);
    const mustWait = isUnsent || hasUnsentWords();
    setWaiting(mustWait);
    if (!mustWait) navigate(path, { preventScrollReset: true });
  }, [who, path, pathname, isUnsent, navigate]);
  useEffect(() => {
    if (!who || field === null || path !== pathname) return;
    return whenThere(spotSelector(field), bringIntoView);
  }, [who, field, path, pathname]);
  useEffect(() => {
    if (!who) return;
    announce(say("now_following", { name: who.name }));
    return untilOwnStep(() => {
      unfollow();
      announce(say("no_longer", { name: who.name }));
    });
  }, [who, say]);
  useEffect(() => {
    if (!who || isThere || live.connection !== "open") return;
    const timer = setTimeout(() => {
      unfollow();
      toast(say("has_left", { name: who.name }));
    }, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [who, isThere, live.connection, say]);
  useEffect(() => unfollow, []);
  return who && { who, isWaiting };
}
