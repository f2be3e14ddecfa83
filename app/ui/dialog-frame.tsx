import { X } from "lucide-react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "#app/ui/button.tsx";
import type { DialogProps } from "#app/ui/dialog.tsx";
import { InLanguage } from "#app/ui/in-language.tsx";
import { useWords } from "#app/words/speech.tsx";

/** The dialog itself. */
export function DialogFrame({ title, isOpen, onOpenChange, sheet = false, role = "dialog", children }: DialogProps) {
  const say = useWords("controls");
  return (
    <InLanguage>
      <ModalOverlay
        className="dialog-shade"
        data-sheet={sheet || undefined}
        isOpen={isOpen}
        onOpenChange={onOpenChange}
        isDismissable
      >
        <Modal className="dialog-frame">
          <AriaDialog className="dialog" role={role}>
            <header className="dialog-head">
              <Heading slot="title" level={2} className="dialog-title">
                {title}
              </Heading>
              <Button kind="plain" icon aria-label={say("close")} onClick={() => onOpenChange(false)}>
                <X size={16} aria-hidden="true" />
              </Button>
            </header>
            {children}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </InLanguage>
  );
}
