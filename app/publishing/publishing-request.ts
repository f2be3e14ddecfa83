import { z } from "zod";
import { once } from "#app/http/form.ts";
import { LANGUAGES } from "#domain/words/languages.ts";

/** What an admin can choose about the public pages. */
export const pagesRequest = z.object({ once, act: z.enum(["on", "off", "language"]), language: z.enum(LANGUAGES) });

const confirmed = z
  .literal("true")
  .optional()
  .transform((ticked) => ticked !== undefined);

/** What can be decided about the public page of a release. */
export const publicationRequest = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("publish"), once, confirmed }),
  z.object({ intent: z.literal("withdraw"), once }),
]);
