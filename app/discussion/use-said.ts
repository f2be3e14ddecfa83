import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { announce } from "#app/ui/announcer.tsx";
import { refusedIn } from "#app/ui/refusal.tsx";

const WORDS: Record<string, string> = {
  comment: "The comment is there.",
  reply: "The reply is there.",
  "edit-comment": "The comment is changed.",
  "delete-comment": "The comment is deleted.",
  resolve: "The thread is resolved.",
  reopen: "The thread is open again.",
};

/** Sends one of the discussion's forms; `onDone` once the server has done it, which is said to screen readers too. */
export function useSaid(onDone: () => void = () => {}) {
  const fetcher = useFetcher();
  const done = useRef(onDone);
  done.current = onDone;
  const told = useRef<unknown>(null);
  const { state, data: answer } = fetcher;
  useEffect(() => {
    if (state !== "idle" || !answer || told.current === answer || refusedIn(answer)) return;
    told.current = answer;
    announce(WORDS[(answer as { intent?: string }).intent ?? ""] ?? "");
    done.current();
  }, [state, answer]);
  return fetcher;
}
