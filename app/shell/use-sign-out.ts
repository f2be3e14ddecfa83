import { useCallback } from "react";
import { leaveAfterAsking, unsentOnCard } from "#app/together/unsent.ts";
import { toast } from "#app/ui/toast.tsx";
import { useWords } from "#app/words/speech.tsx";

/**
 * Signs out, after asking where the open card has words that the server lacks. When the server does not hear it that is
 * said, and the page stays with all that was typed. Otherwise a whole new page follows, which remembers nothing of this one.
 */
export function useSignOut(): () => void {
  const say = useWords("shell");
  return useCallback(() => {
    leaveAfterAsking(async () => {
      if (!(await endSession())) return toast(say("sign_out_unheard"));
      unsentOnCard.set(false);
      await forgetAll().catch(() => {});
      location.assign("/sign-in");
    });
  }, [say]);
}

/** The server answers with the way to its door, which `fetch` does not show. */
async function endSession(): Promise<boolean> {
  try {
    return (await fetch("/sign-out", { method: "POST", redirect: "manual" })).type === "opaqueredirect";
  } catch {
    return false;
  }
}

async function forgetAll(): Promise<void> {
  const { forgetUnsent } = await import("#app/unsent/forget-unsent.ts");
  await forgetUnsent({ inTab: null, onDevice: null });
}
