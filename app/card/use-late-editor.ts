import { useEffect, useState } from "react";
import { useSaving } from "#app/card/card-context.ts";
import type { RationaleEditor } from "#app/card/rationale-editor.tsx";

type Editor = typeof RationaleEditor;

let loaded: Editor | null = null;

/**
 * The editor's code, once it is here. It is asked for while the server answers; a server that dies in that moment costs
 * nothing but the editor, and the next connection asks again.
 */
export function useLateEditor(): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(() => loaded);
  const connected = useSaving((facts) => facts.connected);
  useEffect(() => {
    if (loaded || !connected) return;
    let isHere = true;
    import("#app/card/rationale-editor.tsx").then(
      (module) => {
        loaded = module.RationaleEditor;
        if (isHere) setEditor(() => module.RationaleEditor);
      },
      () => {},
    );
    return () => {
      isHere = false;
    };
  }, [connected]);
  return editor;
}
