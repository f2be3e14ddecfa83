import "#app/ui/option.css";
import { type ReactNode, useEffect, useRef } from "react";

type OptionProps = { id: string; isCurrent: boolean; onPick: () => void; children: ReactNode };

/** One line of a list below a box that keeps the focus: the mouse must not take it away before the click. */
export function Option({ id, isCurrent, onPick, children }: OptionProps) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) line.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  return (
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={isCurrent}
      tabIndex={-1}
      className="option"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
      onKeyDown={() => {}}
    >
      {children}
    </div>
  );
}
