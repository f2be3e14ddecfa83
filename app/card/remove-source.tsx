import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";

type RemoveSourceProps = { name: string; number: number; isOpen: boolean; onClose: () => void; onRemove: () => void };

/** Asks before a source goes that the rationale still leans on. */
export function RemoveSource({ name, number, isOpen, onClose, onRemove }: RemoveSourceProps) {
  return (
    <Dialog
      title="Remove a cited source?"
      role="alertdialog"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      <p>
        The rationale cites “{name}” as [{number}]. If you remove it, the citation stays in the text and reads “source
        removed”, until somebody edits it.
      </p>
      <div className="actions">
        <Button
          kind="danger"
          onClick={() => {
            onRemove();
            onClose();
          }}
        >
          Remove the source
        </Button>
        <Button onClick={onClose}>Keep it</Button>
      </div>
    </Dialog>
  );
}
