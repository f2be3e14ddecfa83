import type { Plugin } from "@tiptap/pm/state";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import { afterEach, expect, test, vi } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { remoteCarets } from "#app/card/remote-carets.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("[ED15] the caret is read before those of colleagues are drawn anew, and nothing is drawn for an own move", () => {
  vi.useFakeTimers();
  const told: string[] = [];
  const page = new EventTarget();
  page.addEventListener("selectionchange", () => told.push("caret is read"));
  vi.stubGlobal("document", page);
  const [own, bo] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
  const view = {
    ...{ docView: {}, dom: new EventTarget(), dispatch: () => told.push("carets are drawn") },
    state: { [keyOf(ySyncPluginKey)]: { binding: {} }, tr: { setMeta: () => {} } },
  };
  const [plugin] = pluginsOf(own);
  plugin?.spec.view?.(view as never);

  own.setLocalState({ field: "rationale" });
  vi.advanceTimersByTime(1);
  expect(told).toEqual([]);

  bo.setLocalState({ field: "rationale" });
  applyAwarenessUpdate(own, encodeAwarenessUpdate(bo, [bo.clientID]), "server");
  vi.advanceTimersByTime(1);
  expect(told).toEqual(["caret is read", "carets are drawn"]);
  for (const one of [own, bo]) one.destroy();
});

const keyOf = (key: unknown) => (key as { key: string }).key;

const pluginsOf = (awareness: Awareness): Plugin[] =>
  remoteCarets(awareness).config.addProseMirrorPlugins?.call({ editor: {} } as never) ?? [];
