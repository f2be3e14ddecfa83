import "#app/ui/menu.css";
import type { ReactNode } from "react";
import { Button, Menu, MenuItem, type MenuItemProps, MenuTrigger, Popover } from "react-aria-components";
import type { ButtonKind } from "#app/ui/button.tsx";

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
  /** MenuEntry, or the sections of react-aria-components. */
  children: ReactNode;
};

/** A button that opens a menu: arrows, first letters and Esc work, and the focus comes back. */
export function MenuButton({
  label,
  words,
  kind = "quiet",
  icon = false,
  isDisabled = false,
  isSkippedByTab = false,
  isOpen,
  onOpenChange,
  children,
}: MenuButtonProps) {
  return (
    <MenuTrigger {...(isOpen !== undefined && { isOpen })} {...(onOpenChange && { onOpenChange })}>
      <Button
        className="button"
        data-kind={kind}
        data-icon={icon || undefined}
        aria-label={label}
        isDisabled={isDisabled}
        excludeFromTabOrder={isSkippedByTab}
      >
        {words ?? label}
      </Button>
      <Popover className="menu-popover" placement="bottom end">
        <Menu className="menu" aria-label={label}>
          {children}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

/** One line of a menu. `shortcut` is shown at its end; `hint` explains, for example why it is disabled. */
export function MenuEntry({
  words,
  hint,
  shortcut,
  ...rest
}: Omit<MenuItemProps, "children"> & { words: string; hint?: string; shortcut?: string }) {
  return (
    <MenuItem {...rest} className="menu-entry" textValue={words}>
      <span className="menu-words">{words}</span>
      {shortcut && <kbd className="key">{shortcut}</kbd>}
      {hint && <span className="menu-hint">{hint}</span>}
    </MenuItem>
  );
}
