import type { ReactNode, RefObject } from "react";
import { Header, Menu, MenuItem, MenuSection, Popover } from "react-aria-components";
import { InLanguage } from "#app/ui/in-language.tsx";
import type { EntryProps, PartProps } from "#app/ui/menu.tsx";

type ListProps = {
  button: RefObject<HTMLButtonElement>;
  label: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  /** Whoever opened it by key is on its first line. */
  byKey: boolean;
  children: ReactNode;
};

/** What a menu's button opens. */
export function MenuList({ button, label, isOpen, onOpenChange, byKey, children }: ListProps) {
  return (
    <InLanguage>
      <Popover
        triggerRef={button}
        className="menu-popover"
        placement="bottom end"
        aria-label={label}
        isOpen={isOpen}
        onOpenChange={onOpenChange}
      >
        <Menu
          className="menu"
          aria-label={label}
          autoFocus={byKey ? "first" : true}
          onClose={() => onOpenChange(false)}
        >
          {children}
        </Menu>
      </Popover>
    </InLanguage>
  );
}

export function Entry({ words, hint, shortcut, ...rest }: EntryProps) {
  return (
    <MenuItem {...rest} className="menu-entry" textValue={words}>
      <span className="menu-words">{words}</span>
      {shortcut && <kbd className="key">{shortcut}</kbd>}
      {hint && <span className="menu-hint">{hint}</span>}
    </MenuItem>
  );
}

export function Part({ title, chosen, children }: PartProps) {
  return (
    <MenuSection {...(chosen !== undefined && { selectionMode: "single", selectedKeys: [chosen] })}>
      <Header>{title}</Header>
      {children}
    </MenuSection>
  );
}
