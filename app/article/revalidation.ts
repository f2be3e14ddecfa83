import type { ShouldRevalidateFunction } from "@remix-run/react";
import { wasUnreachable } from "#app/article/unreachable.ts";

/** For every route above an action that may find no server: the page stays as it is then. */
export const stayWhenUnreachable: ShouldRevalidateFunction = ({ actionResult, defaultShouldRevalidate }) =>
  defaultShouldRevalidate && !wasUnreachable(actionResult);
