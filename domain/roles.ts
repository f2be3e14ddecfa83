/** What a member of the desk may do, decided in one place for HTTP, sockets and screens alike. */
export const ROLES = ["viewer", "analyst", "editor", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** The least role that may do each thing, once the case is open to the member. */
const leastRole = {
  "case.read": "viewer",
  "discussion.comment": "viewer",
  "case.create": "analyst",
  "case.configure": "editor",
  "document.add": "analyst",
  "claim.create": "analyst",
  "claim.edit": "analyst",
  "claim.move": "analyst",
  /** It edits one card and drops the other claim, and analysts may do either. */
  "claim.merge": "analyst",
  "claim.assign": "editor",
  "claim.take": "analyst",
  "claim.review": "analyst",
  "claim.override": "editor",
  "sentence.dismiss": "analyst",
  "precedent.import": "analyst",
  "release.make": "editor",
  "claim.correct": "editor",
  "release.read": "viewer",
  "record.read": "viewer",
  "member.invite": "editor",
  "member.manage": "admin",
} as const satisfies Record<string, Role>;

export type Action = keyof typeof leastRole;

export type Actor = { id: string; role: Role };

/** A case as far as permission is concerned: restricted ones are open to the listed members and to admins. */
export type CaseAccess = { restricted: boolean; memberIds: ReadonlySet<string> | readonly string[] };

export function isInCase(actor: Actor, access: CaseAccess): boolean {
  if (!access.restricted || actor.role === "admin") return true;
  const ids = access.memberIds;
  return "has" in ids ? ids.has(actor.id) : ids.includes(actor.id);
}

/**
 * Whether the actor may do this, now. Pass the case whenever the action is about one.
 * A `false` for reading means 404, never 403, so that a restricted case cannot be told from none.
 */
export function can(actor: Actor, action: Action, access?: CaseAccess): boolean {
  const rank = ROLES.indexOf(actor.role);
  if (rank < ROLES.indexOf(leastRole[action])) return false;
  return access ? isInCase(actor, access) : true;
}
