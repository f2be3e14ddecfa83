import { useState } from "react";
import type { KeysSheet } from "#app/shell/keys-sheet.tsx";
import { Button } from "#app/ui/button.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useKeys } from "#app/ui/use-keys.ts";
import { useWords } from "#app/words/speech.tsx";

/** Opens the sheet of keys; its code is fetched when it is first wanted. */
export function KeysButton() {
  const say = useWords("shell");
  const [isOpen, setOpen] = useState(false);
  const [Sheet, setSheet] = useState<typeof KeysSheet | null>(null);
  const open = async () => {
    setOpen(true);
    try {
      const { KeysSheet } = await import("#app/shell/keys-sheet.tsx");
      setSheet(() => KeysSheet);
    } catch {
      toast(say("keys_not_loaded"));
    }
  };
  useKeys(say("keys_everywhere"), [{ key: "?", does: say("keys_show"), run: open }]);
  return (
    <>
      <Button
        className="keys-button"
        kind="plain"
        icon
        aria-label={say("keys_of_screen")}
        title={say("keys_of_screen_hint")}
        onClick={open}
      >
        <span aria-hidden="true">?</span>
      </Button>
      {Sheet && <Sheet isOpen={isOpen} onOpenChange={setOpen} />}
    </>
  );
}
