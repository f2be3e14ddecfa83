import { useEffect } from "react";
import { isKey } from "#app/ui/use-keys.ts";

/** Ctrl+K, or ⌘K on a Mac, also while somebody types; not where something else took it, nor over another dialog. */
export function useFindKey(run: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !isFindKey(event)) return;
      event.preventDefault();
      const over = event.target instanceof Element ? event.target.closest("[role=dialog], [role=alertdialog]") : null;
      if (!over || over.classList.contains("find-dialog")) run();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [run]);
}

/** On a Mac, Ctrl+K takes the rest of a line out, so there it is ⌘K. A layout without Latin letters goes by the key's place. */
export function isFindKey(event: Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">) {
  const isMac = /^(Mac|iP)/.test(navigator.platform);
  const [wanted, other] = isMac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  return wanted && !other && !event.altKey && !event.shiftKey && isKey(event, "k");
}
