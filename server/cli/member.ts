import type { Db } from "#db/client.ts";
import { memberByEmail } from "#db/queries/people.ts";

/** The member with this address. @throws Error with a sentence when there is none, or they left. */
export function activeMember(db: Db, email: string) {
  const member = memberByEmail(db, email.toLowerCase());
  if (member && member.deactivatedAt === null) return member;
  throw new Error(`There is no active member with the address ${email}.`);
}
