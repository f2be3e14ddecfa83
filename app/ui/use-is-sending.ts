import { useNavigation } from "@remix-run/react";

/** Whether the form of this page is on its way; `intent` tells several forms of one page apart. */
export function useIsSending(intent?: string): boolean {
  const { state, formData, formMethod } = useNavigation();
  const isOurs = intent === undefined || formData?.get("intent") === intent;
  return state !== "idle" && formMethod === "POST" && isOurs;
}
