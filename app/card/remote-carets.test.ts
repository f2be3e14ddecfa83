import { afterEach, expect, test, vi } from "vitest";
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from "y-protocols/awareness";
import * as Y from "yjs";
import { remoteCarets } from "#app/card/remote-carets.ts";

afterEach(() => vi.unstubAllGlobals());

test("[ED15] the caret is read right before those of colleagues are drawn anew, and nothing is drawn for an own move", async () => {
  const told: string[] = [];
  const page = new EventTarget();
  page.addEventListener("selectionchange", () => told.push("caret is read"));
  vi.stubGlobal("document", page);
  const [own, bo] = [new Awareness(new Y.Doc()), new Awareness(new Y.Doc())];
  const view = { docView: {}, dom: new EventTarget(), dispatch: () => told.push("carets are drawn") };
  const editor = { view, isDestroyed: false, state: { tr: { setMeta: () => {} } } };
  const [plugin] = remoteCarets(own).config.addProseMirrorPlugins?.call({ editor } as never) ?? [];
  const drawn = plugin?.spec.view?.(view as never);
  const move = (field: string) => {
    bo.setLocalState({ field });
    applyAwarenessUpdate(own, encodeAwarenessUpdate(bo, [bo.clientID]), "server");
  };

  own.setLocalState({ field: "rationale" });
  await Promise.resolve();
  expect(told).toEqual([]);

  for (const field of ["rationale", "verdict"]) move(field);
  // No key and no timer comes in between: all of it is done before the next turn.
  await Promise.resolve();
  expect(told).toEqual(["caret is read", "carets are drawn"]);

  move("gaps");
  editor.isDestroyed = true;
  await Promise.resolve();
  editor.isDestroyed = false;
  drawn?.destroy?.();
  move("rationale");
  await Promise.resolve();
  expect(told).toHaveLength(2);
  for (const one of [own, bo]) one.destroy();
});
