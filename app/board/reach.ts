import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { wentNowhere } from "#app/live/keep-form.ts";

/**
 * Filters and sorting work on what is there already; a refusal loads again, because somebody else was faster; without
 * a connection, and for somebody who is signed out, the list stays as it is.
 */
export function reloadList(args: ShouldRevalidateFunctionArgs): boolean {
  const { currentUrl, nextUrl, formMethod, actionStatus, actionResult, defaultShouldRevalidate } = args;
  if (wentNowhere(actionResult)) return false;
  if (actionStatus !== undefined && actionStatus >= 400) return actionStatus < 500;
  const onlySearch = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return onlySearch && (!formMethod || formMethod === "GET") ? false : defaultShouldRevalidate;
}

/** The same for a list of which the server sends a part: what another part holds is not here yet. */
export function reloadPart(args: ShouldRevalidateFunctionArgs): boolean {
  const isOtherPart = args.currentUrl.search !== args.nextUrl.search && args.actionResult === undefined;
  return isOtherPart ? args.defaultShouldRevalidate : reloadList(args);
}
