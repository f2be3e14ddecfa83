import { useEffect, useId, useRef } from "react";
import { signal } from "#app/ui/signal.ts";

/**
 * One key of a screen. `key` is a letter, a character ("?", "[") or a name as in `KeyboardEvent.key` ("ArrowDown");
 * without `run` it is only listed, because something else listens for it.
 */
export type Key = {
  key: string;
  does: string;
  run?: (event: KeyboardEvent) => void /** How the sheet of keys writes it. */;
  shown?: string;
};
export type KeyGroup = { id: string; title: string; keys: readonly Key[] };

const SWITCH = "assay.single-keys";
const none: KeyGroup[] = [];

/** The keys of everything on screen, for the sheet that `?` opens. */
export const listedKeys = signal<KeyGroup[]>(none);

/** Whether keys without Ctrl or Alt work at all; people who speak to their computer switch them off. */
export const singleKeys = {
  areOn: () => typeof localStorage === "undefined" || localStorage.getItem(SWITCH) !== "off",
  switch: (on: boolean) => localStorage.setItem(SWITCH, on ? "on" : "off"),
};

/** Listens for the keys of a screen while it is shown, and lists them under `title` in the sheet that `?` opens. */
export function useKeys(title: string, keys: readonly Key[]): void {
  const id = useId();
  const latest = useRef(keys);
  latest.current = keys;
  const listed = keys.map((one) => `${one.shown ?? one.key} ${one.does}`).join("\n");
  useEffect(() => {
    if (listed === "") return;
    listedKeys.set([...listedKeys.get().filter((one) => one.id !== id), { id, title, keys: latest.current }]);
    return () => listedKeys.set(listedKeys.get().filter((one) => one.id !== id));
  }, [id, title, listed]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const found = isForKeys(event) && latest.current.find((one) => one.run && isKey(event, one.key));
      if (!found) return;
      event.preventDefault();
      found.run?.(event);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

/** Holds back the keys of a screen that is going: what is pressed is meant for the one that comes. */
export function useNoKeys(): void {
  useEffect(() => {
    const hold = (event: KeyboardEvent) => isForKeys(event) && event.stopPropagation();
    document.addEventListener("keydown", hold, { capture: true });
    return () => document.removeEventListener("keydown", hold, { capture: true });
  }, []);
}

/** Whether the event presses `key`; on a layout without Latin letters, and for digits, its place decides. */
export function isKey(event: Pick<KeyboardEvent, "key" | "code">, key: string): boolean {
  if (event.key.toLowerCase() === key.toLowerCase()) return true;
  if (/^\d$/.test(key)) return event.code === `Digit${key}`;
  const isLatinLetter = /^[a-z]$/i.test(event.key);
  return !isLatinLetter && /^[a-z]$/i.test(key) && event.code === `Key${key.toUpperCase()}`;
}

/** Not while somebody types, not with a modifier, not under a dialog or in a menu, and not when they are switched off. */
export function isForKeys(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (!singleKeys.areOn()) return false;
  const target = event.target instanceof Element ? event.target : null;
  return !target?.closest(
    "input, textarea, select, [contenteditable], [role=menu], [role=listbox], [role=dialog], [role=alertdialog]",
  );
}
