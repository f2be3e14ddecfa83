import { useEffect } from "react";

const KEY = "assay.notification";

/** Remembers which notification was opened, for the way back. */
export const noteOpened = (id: number): void => sessionStorage.setItem(KEY, String(id));

export const noticeElementId = (id: number) => `notice-${id}`;

/** Whoever comes back from a claim stands in the list where they left it. */
export function useLastOpened(): void {
  useEffect(() => {
    const id = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    if (id !== null) focusNotice(Number(id));
  }, []);
}

/** Puts the focus on the link of a notification; false when it is not in the list. */
export function focusNotice(id: number): boolean {
  const link = document.getElementById(noticeElementId(id))?.querySelector<HTMLElement>("a");
  link?.focus();
  return link !== null && link !== undefined;
}
