import { Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { useWords } from "#app/words/speech.tsx";

type RemoveSourceProps = { name: string; number: number; isOpen: boolean; onClose: () => void; onRemove: () => void };

/** Asks before a source goes that the rationale still leans on. */
export function RemoveSource({ name, number, isOpen, onClose, onRemove }: RemoveSourceProps) {
  const say = useWords("sources");
  return (
    <Dialog title={say("remove_title")} role="alertdialog" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <p>{say("remove_why", { name, number })}</p>
      <div className="actions">
        <Button
          kind="danger"
          onClick={() => {
            onRemove();
            onClose();
          }}
        >
          {say("remove_do")}
        </Button>
        <Button onClick={onClose}>{say("remove_not")}</Button>
      </div>
    </Dialog>
  );
}
