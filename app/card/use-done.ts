import { useEffect, useRef } from "react";
import { announce } from "#app/ui/announcer.tsx";
import { refusedIn } from "#app/ui/refusal.tsx";
import { useWords } from "#app/words/speech.tsx";
import type { MessageId } from "#domain/words/say.ts";

const WORDS: Record<string, MessageId<"card">> = {
  "sign-off": "said_sign_off",
  withdraw: "said_withdraw",
  "put-back": "said_put_back",
  "leave-out": "said_leave_out",
  clear: "said_clear",
};

/** Says to screen readers what was decided on this card, once the server has done it. */
export function useDone({ state, data: answer }: { state: string; data: unknown }): void {
  const say = useWords("card");
  const told = useRef<unknown>(null);
  useEffect(() => {
    if (state !== "idle" || !answer || told.current === answer || refusedIn(answer)) return;
    told.current = answer;
    const words = WORDS[(answer as { intent?: string }).intent ?? ""];
    if (words) announce(say(words));
  }, [state, answer, say]);
}
