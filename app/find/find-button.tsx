import "#app/find/find-button.css";
import { useLocation } from "@remix-run/react";
import { Search } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { FindDialog } from "#app/find/find-dialog.tsx";
import { useFindKey } from "#app/find/find-key.ts";
import { useRecent } from "#app/find/recent.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useKeys } from "#app/ui/use-keys.ts";
import { useWords } from "#app/words/speech.tsx";

/** Opens the dialog that finds, goes and does; without JavaScript it leads to the page that finds. */
export function FindButton() {
  const { isOpen, open, close, act, Dialog } = useDialog();
  useRecent();
  const say = useWords("find");
  useKeys(useWords("shell")("keys_everywhere"), [
    { key: "Ctrl+K", shown: "Ctrl+K", does: say("key_find") },
    { key: "/", does: say("key_slash"), run: open },
  ]);
  return (
    <>
      <ButtonLink
        className="find-button"
        kind="plain"
        to="/find"
        aria-keyshortcuts="Control+K"
        title={say("find_go_do_key")}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          open();
        }}
      >
        <Search size={16} aria-hidden="true" />
        <span className="find-button-words">{say("find")}</span>
        <span className="find-hint-key" aria-hidden="true">
          <kbd className="key">Ctrl K</kbd>
        </span>
      </ButtonLink>
      {isOpen && Dialog && <Dialog onClose={close} onDo={act} />}
    </>
  );
}

/** Its code is fetched when it is first wanted. */
function useDialog() {
  const [isOpen, setOpen] = useState(false);
  const [Dialog, setDialog] = useState<typeof FindDialog | null>(null);
  const before = useRef<Element | null>(null);
  const say = useWords("find");
  const open = useCallback(async () => {
    before.current = document.activeElement;
    setOpen(true);
    try {
      const { FindDialog } = await import("#app/find/find-dialog.tsx");
      setDialog(() => FindDialog);
    } catch {
      setOpen(false);
      toast(say("not_loaded"));
    }
  }, [say]);
  const close = useCallback(() => setOpen(false), []);
  const act = useCallback((run: () => void) => {
    flushSync(() => setOpen(false));
    if (before.current instanceof HTMLElement) before.current.focus();
    run();
  }, []);
  const { key } = useLocation();
  useEffect(() => {
    if (key) setOpen(false);
  }, [key]);
  useFindKey(isOpen ? close : open);
  return { isOpen, open, close, act, Dialog };
}
