import { useFetcher } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { announce } from "#app/ui/announcer.tsx";
import { refusedIn } from "#app/ui/refusal.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { MessageId } from "#domain/words/say.ts";

const SAID: Record<string, MessageId<"discussion">> = {
  comment: "said_comment",
  reply: "said_reply",
  "edit-comment": "said_edit_comment",
  "delete-comment": "said_delete_comment",
  resolve: "said_resolve",
  reopen: "said_reopen",
};

/** Sends one of the discussion's forms; `onDone` once the server has done it, which is said to screen readers too. */
export function useSaid(onDone: () => void = () => {}) {
  const say = useWords("discussion");
  const fetcher = useFetcher();
  const done = useRef(onDone);
  done.current = onDone;
  const told = useRef<unknown>(null);
  const { state, data: answer } = fetcher;
  useEffect(() => {
    if (state !== "idle" || !answer || told.current === answer || refusedIn(answer)) return;
    told.current = answer;
    const said = SAID[(answer as { intent?: string }).intent ?? ""];
    if (said) announce(say(said));
    done.current();
  }, [state, answer, say]);
  return fetcher;
}
