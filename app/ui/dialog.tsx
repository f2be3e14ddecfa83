import "#app/ui/dialog.css";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/words/speech.tsx";

type DialogProps = {
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** A sheet stands at the side and is as high as the window. */
  sheet?: boolean;
  /** `alertdialog`: for a question that has to be answered. */
  role?: "dialog" | "alertdialog";
  children: ReactNode;
};

/** A modal dialog with a title and a way out: Esc, a click outside, or Close. The focus goes back to where it was. */
export function Dialog({ title, isOpen, onOpenChange, sheet = false, role = "dialog", children }: DialogProps) {
  const say = useWords("controls");
  return (
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
  );
}
