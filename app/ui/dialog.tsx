import "#app/ui/dialog.css";
import { type ReactNode, useCallback, useRef } from "react";
import { late, useLate } from "#app/ui/late.ts";

export type DialogProps = {
  title: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** A sheet stands at the side and is as high as the window. */
  sheet?: boolean;
  /** `alertdialog`: for a question that has to be answered. */
  role?: "dialog" | "alertdialog";
  children: ReactNode;
};

const code = late(() => import("#app/ui/dialog-frame.tsx"));

/** A modal dialog with a title and a way out: Esc, a click outside, or Close. The focus goes back to where it was. */
export function Dialog(props: DialogProps) {
  const { isOpen, onOpenChange } = props;
  const latest = useRef(onOpenChange);
  latest.current = onOpenChange;
  const found = useLate(
    code,
    isOpen,
    useCallback(() => latest.current(false), []),
  );
  return found && <found.DialogFrame {...props} />;
}
