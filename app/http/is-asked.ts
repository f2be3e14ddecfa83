import { UNASKED_HEADER } from "#domain/protocol.ts";

/** Whether a person asked for this, and not a page that follows its case. */
export const isAsked = (request: Request): boolean => !request.headers.has(UNASKED_HEADER);
