import { randomUUID } from "node:crypto";
import { allMembers } from "#db/queries/people.ts";
import { tokenById, tokensOf } from "#db/queries/tokens.ts";
import { SCOPES, type Scope } from "#domain/scopes.ts";
import { type Answer, type Command, countFrom, readWords, textFrom, WrongUse } from "#server/cli/command.ts";
import { activeMember } from "#server/cli/member.ts";
import { type OpenDesk, withDesk } from "#server/cli/open-desk.ts";
import { inTransaction } from "#server/services/decide.ts";
import { makeTokenFor, type NewToken, takeBack } from "#server/services/tokens.ts";

/** Tokens of the interface for programs. Each is in the name of a member and may never do more than they may. */
export const token: Command = {
  help: `Usage: npm run assay -- token create --email ADDRESS --label TEXT [--scopes LIST] [--days N]
       npm run assay -- token list
       npm run assay -- token revoke --id ID

create  makes a token in the name of a member and prints it: it is not shown again
  --label TEXT   what it is for, as the list and the record call it
  --scopes LIST  ${SCOPES.join(",")}, or some of them; without it, read
  --days N       how long it works, 1 to 365; without it, 90
list    those that were not taken back: whose they are, what they may do, until when, and when they were used last
revoke  takes one back, by its id in the list; what asks with it is refused from then on
All of it also while the desk is running. /api/v1/docs on the desk says what a program can ask for.`,
  run(given) {
    const read = readWords(given, { texts: ["email", "label", "scopes", "days", "id"] });
    const [what, ...rest] = read.words;
    if (rest.length > 0) throw new WrongUse(`${rest[0]} is not an option.`);
    if (what === "list") return withDesk({}, listed);
    if (what === "revoke") return withDesk({}, (desk) => revoked(desk, textFrom("--id", read.id)));
    if (what !== "create") throw new WrongUse("Say what to do: create, list or revoke.");
    const email = textFrom("--email", read.email);
    const days = countFrom("--days", read.days ?? "90");
    const wanted = { label: textFrom("--label", read.label), scopes: scopesFrom(read.scopes), days };
    return withDesk({}, (desk) => created(desk, email, wanted));
  },
};

function scopesFrom(text = "read"): Scope[] {
  return text.split(",").map((word) => {
    const scope = SCOPES.find((one) => one === word.trim());
    if (scope) return scope;
    throw new WrongUse(`There is no scope “${word}”. Name some of ${SCOPES.join(",")}, with commas between.`);
  });
}

function created({ db }: OpenDesk, email: string, wanted: NewToken): Answer {
  const member = activeMember(db, email);
  const id = randomUUID();
  const made = inTransaction(db, (tx) => makeTokenFor(tx, member.id, { id, at: Date.now(), ...wanted }));
  const expiresAt = dayOf(made.expiresAt);
  const text = `It asks in the name of ${member.name} until ${expiresAt}, and is not shown again:\n${made.token}`;
  return { text, json: { id, token: made.token, scopes: wanted.scopes, expiresAt: made.expiresAt } };
}

function listed({ db }: OpenDesk): Answer {
  const addresses = new Map(allMembers(db).map(({ id, email }) => [id, email]));
  const tokens = tokensOf(db, null).map(({ memberId, ...one }) => ({ ...one, email: addresses.get(memberId) ?? "" }));
  const lines = tokens.map(({ id, email, label, scopes, expiresAt, lastUsedAt }) => {
    const used = lastUsedAt === null ? "never used" : `last used ${dayOf(lastUsedAt)}`;
    return `${id}  ${email}  ${scopes.join(",")}  ${untilWords(expiresAt)}  ${used}  ${label}`;
  });
  return { text: lines.length > 0 ? lines.join("\n") : "There is no token.", json: tokens };
}

function revoked({ db }: OpenDesk, id: string): Answer {
  const label = inTransaction(db, (tx) => {
    const found = tokenById(tx, id);
    if (!found) throw new Error(`There is no token with the id ${id}. The list has it at the beginning of its line.`);
    takeBack(tx, null, found, Date.now());
    return found.label;
  });
  return { text: `The token “${label}” is taken back.`, json: { id, label } };
}

const untilWords = (at: number) => `${at > Date.now() ? "until" : "ended"} ${dayOf(at)}`;
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
