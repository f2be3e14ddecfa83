import type { ShouldRevalidateFunction } from "@remix-run/react";
import { wentNowhere } from "#app/article/unreachable.ts";

/** For every route above an action that may find no server, or nobody signed in: the page stays as it is then. */
export const stayWhenUnreachable: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  defaultShouldRevalidate && !wentNowhere(actionResult);
