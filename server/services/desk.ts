import { allCases } from "#db/queries/cases.ts";
import { countMembers, insertMember, insertSignInLink, readDesk, writeDesk } from "#db/queries/people.ts";
import { notFound } from "#domain/errors.ts";
import { tidyName } from "#domain/member-name.ts";
import type { Role } from "#domain/roles.ts";
import type { Context, Member } from "#server/context.ts";
import { record } from "#server/services/audit.ts";
import { inTransaction } from "#server/services/decide.ts";
import { demandGoodName } from "#server/services/people-view.ts";
import { demandGoodPassword, hashPassword, newToken, tokenHash } from "#server/services/secrets.ts";

export type SetUp = { deskName: string; name: string; email: string; password: string };

/** The installation itself: its name, its first start, and the members that the demo makes. */
export function deskService({ db, now, newId, origin }: Context) {
  const isSetUp = () => countMembers(db) > 0;

  return {
    read() {
      const sample = allCases(db).find((one) => one.sample);
      return { name: readDesk(db)?.name ?? "Assay", isSetUp: isSetUp(), sampleCaseNumber: sample?.number ?? null };
    },

    /** A new one-time address for the first-run page; null once the owner exists. */
    offerSetUp(): string | null {
      if (isSetUp()) return null;
      const token = newToken();
      writeDesk(db, { id: 1, name: "Assay", setupTokenHash: tokenHash(token), createdAt: now() });
      return `${origin}/setup/${token}`;
    },

    isSetupToken: (token: string) => !isSetUp() && readDesk(db)?.setupTokenHash === tokenHash(token),

    /** Makes the owner, an admin. @throws AppError not_found when the token is not the one that was printed, or was used. */
    async setUp(token: string, { deskName, name, email, password }: SetUp): Promise<{ member: Member }> {
      if (isSetUp() || readDesk(db)?.setupTokenHash !== tokenHash(token)) throw notFound("setup_link");
      demandGoodName(db, name);
      demandGoodPassword(password, [deskName, name, email]);
      const passwordHash = await hashPassword(password);
      return inTransaction(db, (tx) => {
        if (countMembers(tx) > 0) throw notFound("setup_link");
        writeDesk(tx, { id: 1, name: deskName, setupTokenHash: null, createdAt: now() });
        const member = addMember(tx, { name: tidyName(name), email, role: "admin", passwordHash });
        record(tx, { type: "desk.set_up", actorId: member.id, body: { deskName }, at: now() });
        return { member };
      });
    },

    /** For the demo: a named desk with members who sign in by link. Returns one address per member. */
    setUpDemo(
      deskName: string,
      people: readonly { name: string; email: string; role: Role }[],
    ): { member: Member; url: string }[] {
      return inTransaction(db, (tx) => {
        writeDesk(tx, { id: 1, name: deskName, setupTokenHash: null, createdAt: now() });
        return people.map((person) => {
          const member = addMember(tx, { ...person, passwordHash: null });
          const token = newToken();
          insertSignInLink(tx, {
            tokenHash: tokenHash(token),
            memberId: member.id,
            expiresAt: now() + 7 * 24 * 60 * 60 * 1_000,
          });
          return { member, url: `${origin}/welcome/${token}` };
        });
      });
    },

    /** A member who is on the record without a way in, such as the colleagues of the sample case. */
    addColleague(person: { name: string; email: string; role: Role }): Member {
      return inTransaction(db, (tx) => addMember(tx, { ...person, passwordHash: null }));
    },
  };

  function addMember(
    tx: Context["db"],
    person: { name: string; email: string; role: Role; passwordHash: string | null },
  ): Member {
    const { name, role, passwordHash } = person;
    const member: Member = {
      id: newId(),
      name,
      role,
      email: person.email.trim().toLowerCase(),
      colour: countMembers(tx) % 8,
    };
    insertMember(tx, { ...member, passwordHash, createdAt: now() });
    record(tx, { type: "member.joined", actorId: member.id, body: { role }, at: now() });
    return member;
  }
}
