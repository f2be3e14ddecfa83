import "#app/ui/menu.css";
import { type MouseEvent, type ReactNode, useCallback, useRef, useState } from "react";
import type { MenuItemProps } from "react-aria-components";
import { Button, type ButtonKind } from "#app/ui/button.tsx";
import { late, useLate } from "#app/ui/late.ts";

type MenuButtonProps = {
  /** Says what the menu is for and for which thing: "More actions for C-14-3". */
  label: string;
  /** What the button shows; the label is used when there is nothing. */
  words?: ReactNode;
  kind?: ButtonKind;
  icon?: boolean;
  isDisabled?: boolean;
  /** For one of many, of which Tab stops at one only. */
  isSkippedByTab?: boolean;
  /** For a menu that a key opens as well; leave it out for one that only its button opens. */
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  /** MenuEntry, or MenuPart with some of them. */
  children: ReactNode;
};

export type EntryProps = Omit<MenuItemProps, "children"> & { words: string; hint?: string; shortcut?: string };
/** `chosen`: the id of the entry that holds now, where they are a choice. */
export type PartProps = { title: string; chosen?: string; children: ReactNode };

const code = late(() => import("#app/ui/menu-parts.tsx"));

/**
 * A button that opens a menu: arrows, first letters and Esc work, and the focus comes back. There may be hundreds on a
 * page, so that only the open one is more than a button.
 */
export function MenuButton({
  label,
  words,
  kind = "quiet",
  icon = false,
  isDisabled = false,
  isSkippedByTab = false,
  isOpen: given,
  onOpenChange,
  children,
}: MenuButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { isOpen, byKey, set } = useOpen(given, onOpenChange);
  const found = useLate(
    code,
    isOpen,
    useCallback(() => set(false), [set]),
  );
  const press = ({ detail }: MouseEvent) => {
    // Safari gives a pressed button no focus, and it is where the focus comes back to.
    button.current?.focus();
    set(true, detail === 0);
  };
  return (
    <>
      <Button
        ref={button}
        kind={kind}
        icon={icon}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        disabled={isDisabled}
        {...(isSkippedByTab && { tabIndex: -1 })}
        onClick={press}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          set(true, true);
        }}
      >
        {words ?? label}
      </Button>
      {found && isOpen && (
        <found.MenuList button={button} label={label} isOpen={isOpen} onOpenChange={set} byKey={byKey}>
          {children}
        </found.MenuList>
      )}
    </>
  );
}

function useOpen(given: boolean | undefined, tell: MenuButtonProps["onOpenChange"]) {
  const [own, setOwn] = useState({ isOpen: false, byKey: false });
  const latest = useRef(tell);
  latest.current = tell;
  const set = useCallback((isOpen: boolean, byKey = false) => {
    setOwn({ isOpen, byKey });
    latest.current?.(isOpen);
  }, []);
  return { isOpen: given ?? own.isOpen, byKey: own.byKey, set };
}

/** One line of a menu. `shortcut` is shown at its end; `hint` explains, for example why it is disabled. */
export function MenuEntry(props: EntryProps) {
  const found = code.get();
  return found && <found.Entry {...props} />;
}

/** Lines that belong together, under a title. */
export function MenuPart(props: PartProps) {
  const found = code.get();
  return found && <found.Part {...props} />;
}
