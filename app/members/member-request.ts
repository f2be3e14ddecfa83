import { z } from "zod";
import { bylineField } from "#app/byline/byline-request.ts";
import { once } from "#app/http/form.ts";
import { LIMITS } from "#domain/limits.ts";
import { ROLES } from "#domain/roles.ts";
import { asMessage } from "#domain/words/refusal.ts";

const role = z.enum(ROLES, asMessage("people", "choose_role"));
const note = z.string().trim().max(LIMITS.name, asMessage("people", "shorter_note")).default("");
const id = z.string().min(1);

/** What can be asked for on the page of members. */
export const memberRequest = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("invite"), role, note, once }),
  z.object({ intent: z.literal("revoke"), inviteId: id, once }),
  z.object({ intent: z.literal("role"), memberId: id, role, once }),
  z.object({ intent: z.literal("byline"), memberId: id, byline: bylineField, once }),
  z.object({ intent: z.literal("deactivate"), memberId: id, once }),
]);
