import { data, type ShouldRevalidateFunctionArgs } from "@remix-run/react";

const OFFLINE = "The server could not be reached, so nothing was changed. Try again when the connection is back.";

/** Turns a lost connection into a refusal that stays on the screen, instead of the error page. */
export async function answerOffline<T>(send: () => Promise<T>) {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return data({ ok: false as const, refused: { kind: "offline", message: OFFLINE, detail: {} } }, { status: 503 });
  }
}

/** Filters and sorting work on what is there already; a refusal loads again, because somebody else was faster. */
export function reloadList({
  currentUrl,
  nextUrl,
  formMethod,
  actionStatus,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  if (actionStatus !== undefined && actionStatus >= 400) return actionStatus < 500;
  const onlySearch = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return onlySearch && !formMethod ? false : defaultShouldRevalidate;
}
