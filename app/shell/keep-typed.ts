import { cookieIn, keptCookie } from "#app/shell/kept-look.ts";

const NAME = "assay-keep";

/** Whether this member wants this browser to keep what they type until it is sent; the choice of another is none of theirs. */
export const keepsTyped = (request: Request, memberId: string): boolean => cookieIn(request, NAME) === memberId;

/** Keeps the choice with the id of whoever made it. */
export const keepCookie = (memberId: string | null): string => keptCookie(NAME, memberId ?? "");
