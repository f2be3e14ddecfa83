import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { wasUnreachable } from "#app/article/unreachable.ts";

/**
 * Filters and sorting work on what is there already; a refusal loads again, because somebody else was faster; without
 * a connection the list stays as it is.
 */
export function reloadList(args: ShouldRevalidateFunctionArgs): boolean {
  const { currentUrl, nextUrl, formMethod, actionStatus, actionResult, defaultShouldRevalidate } = args;
  if (wasUnreachable(actionResult)) return false;
  if (actionStatus !== undefined && actionStatus >= 400) return actionStatus < 500;
  const onlySearch = currentUrl.pathname === nextUrl.pathname && currentUrl.search !== nextUrl.search;
  return onlySearch && !formMethod ? false : defaultShouldRevalidate;
}
