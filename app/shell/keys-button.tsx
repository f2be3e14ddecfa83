import { lazy, Suspense, useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { useKeys } from "#app/ui/use-keys.ts";

const KeysSheet = lazy(() => import("#app/shell/keys-sheet.tsx").then((module) => ({ default: module.KeysSheet })));

/** Opens the sheet of keys; its code is fetched when it is first wanted. */
export function KeysButton() {
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const open = () => {
    setWanted(true);
    setOpen(true);
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
      {wanted && (
        <Suspense fallback={null}>
          <KeysSheet isOpen={isOpen} onOpenChange={setOpen} />
        </Suspense>
      )}
    </>
  );
}
