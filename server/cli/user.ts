import { randomUUID } from "node:crypto";
import { allMembers, countMembers, insertMember, memberByEmail } from "#db/queries/people.ts";
import { tidyName } from "#domain/member-name.ts";
import { ROLES, type Role } from "#domain/roles.ts";
import { type Answer, type Command, readWords, textFrom, WrongUse } from "#server/cli/command.ts";
import { activeMember } from "#server/cli/member.ts";
import { type OpenDesk, withDesk } from "#server/cli/open-desk.ts";
import { record } from "#server/services/audit.ts";
import { inTransaction } from "#server/services/decide.ts";
import { offerPassword } from "#server/services/passwords.ts";
import { demandGoodName } from "#server/services/people-view.ts";

const MINUTE = 60_000;
const FIRST_PASSWORD_MS = 72 * 60 * MINUTE;
const RESET_MS = 30 * MINUTE;

/** The members of the desk, for whoever runs the server. No password is ever typed here. */
export const user: Command = {
  help: `Usage: npm run assay -- user create --name NAME --email ADDRESS [--role ROLE]
       npm run assay -- user reset --email ADDRESS
       npm run assay -- user list

create  makes a member and prints a link to choose a password, which works once within 72 hours
  --role ROLE  ${ROLES.join(", ")}; without it, analyst
reset   prints a link to choose another password, which works once within 30 minutes
list    who is on the desk, with role
All of it also while the desk is running.`,
  run(given) {
    const { name, email, role, words } = readWords(given, { texts: ["name", "email", "role"] });
    const [what, ...rest] = words;
    if (rest.length > 0) throw new WrongUse(`${rest[0]} is not an option.`);
    if (what === "list") return withDesk({}, listed);
    if (what === "reset") return withDesk({}, (desk) => reset(desk, textFrom("--email", email)));
    if (what !== "create") throw new WrongUse("Say what to do: create, reset or list.");
    const person = { name: textFrom("--name", name), email: textFrom("--email", email), role: roleFrom(role) };
    return withDesk({}, (desk) => created(desk, person));
  },
};

function roleFrom(text = "analyst"): Role {
  const role = ROLES.find((one) => one === text);
  if (role) return role;
  throw new WrongUse(`There is no role ${text}. Choose one of ${ROLES.join(", ")}.`);
}

function created({ db, origin }: OpenDesk, { name, email, role }: { name: string; email: string; role: Role }): Answer {
  const [id, at, address] = [randomUUID(), Date.now(), email.toLowerCase()];
  if (!/^[^\s@]+@[^\s@]+$/.test(address))
    throw new WrongUse("--email needs a whole address, for example ana@desk.example.");
  const token = inTransaction(db, (tx) => {
    if (countMembers(tx) === 0)
      throw new Error("This desk has no owner yet. Start it, and open the link that it prints.");
    if (memberByEmail(tx, address)) throw new Error(`A member with the address ${address} is there already.`);
    demandGoodName(tx, name);
    const colour = countMembers(tx) % 8;
    insertMember(tx, {
      ...{ id, email: address, name: tidyName(name), role, colour },
      passwordHash: null,
      createdAt: at,
    });
    record(tx, { type: "member.joined", actorId: id, body: { role }, at });
    return offerPassword(tx, id, { at, validMs: FIRST_PASSWORD_MS });
  });
  const link = `${origin}/password/${token}`;
  const text = `${tidyName(name)} is ${role}. With this link they choose a password, once within 72 hours:\n${link}`;
  return { text, json: { id, link } };
}

function reset({ db, origin }: OpenDesk, email: string): Answer {
  const member = activeMember(db, email);
  const link = inTransaction(db, (tx) => {
    const token = offerPassword(tx, member.id, { at: Date.now(), validMs: RESET_MS });
    return `${origin}/password/${token}`;
  });
  const text = `With this link ${member.name} chooses another password, once within 30 minutes:\n${link}`;
  return { text, json: { id: member.id, link } };
}

function listed({ db }: OpenDesk): Answer {
  const members = allMembers(db).map(({ id, name, email, role, deactivatedAt }) => ({
    id,
    name,
    email,
    role,
    deactivatedAt,
  }));
  const lines = members.map(
    ({ name, email, role, deactivatedAt }) =>
      `${role.padEnd(8)} ${email}  ${name}${deactivatedAt === null ? "" : " (left)"}`,
  );
  return { text: lines.join("\n"), json: members };
}
