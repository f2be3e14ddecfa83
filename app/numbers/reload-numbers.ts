import type { ShouldRevalidateFunction } from "@remix-run/react";
import { stayWhenUnreachable } from "#app/live/keep-form.ts";
import { isUnasked } from "#app/live/unasked.ts";

/** Numbers are counted when somebody asks, not whenever a colleague types. */
export const reloadNumbers: ShouldRevalidateFunction = (args) => !isUnasked() && stayWhenUnreachable(args);
