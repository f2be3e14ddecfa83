import { useState } from "react";
import type { KeysSheet } from "#app/shell/keys-sheet.tsx";
import { Button } from "#app/ui/button.tsx";
import { toast } from "#app/ui/toast.tsx";
import { useKeys } from "#app/ui/use-keys.ts";

/** Opens the sheet of keys; its code is fetched when it is first wanted. */
export function KeysButton() {
  const [isOpen, setOpen] = useState(false);
  const [Sheet, setSheet] = useState<typeof KeysSheet | null>(null);
  const open = async () => {
    setOpen(true);
    try {
      const { KeysSheet } = await import("#app/shell/keys-sheet.tsx");
      setSheet(() => KeysSheet);
    } catch {
      toast("The list of keys could not be loaded. Try again when the connection is back.");
    }
  };
  useKeys("Everywhere", [{ key: "?", does: "Show the keys of this screen", run: open }]);
  return (
    <>
      <Button
        className="keys-button"
        kind="plain"
        icon
        aria-label="Keys of this screen"
        title="Keys of this screen ( ? )"
        onClick={open}
      >
        <span aria-hidden="true">?</span>
      </Button>
      {Sheet && <Sheet isOpen={isOpen} onOpenChange={setOpen} />}
    </>
  );
}
