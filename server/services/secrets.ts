import { createHash, randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { LIMITS } from "#domain/limits.ts";
import { refusal } from "#domain/words/refusal.ts";
import type { MessageId, Values } from "#domain/words/say.ts";

/** 256 random bits, safe in an address. Only its hash is ever stored. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 of a token, lower-case hex. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** argon2id with OWASP's minimum: 19 MiB, two passes, one lane. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = 3;
const WAITING = 50;

let running = 0;
const queue: (() => void)[] = [];

export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, ARGON));
}

const nobody = hash("nobody signs in with this", ARGON);

/** Checks a password; for an unknown member it does the same work, so that the time tells nothing. */
export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await nobody);
  const right = await inTurn(() => verify(against, password));
  return right && stored !== null;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw refusal("too_many", "people", "too_many_at_once");
    await new Promise<void>((resolve) => queue.push(resolve));
  }
  running += 1;
  try {
    return await work();
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}

/** @throws AppError bad_input that says what a good password is. */
export function demandGoodPassword(password: string, context: readonly string[]): void {
  const bytes = Buffer.byteLength(password);
  if (bytes > LIMITS.password.maxBytes) throw refused("password_bytes", { bytes: LIMITS.password.maxBytes });
  if ([...password].length < LIMITS.password.min) throw refused("password_length", { min: LIMITS.password.min });
  if (new Set(password).size < 5) throw refused("password_variety");
  const known = context.map((word) => word.toLowerCase()).filter((word) => word.length >= 4);
  if (known.some((word) => password.toLowerCase().replaceAll(word, "").length < 8)) throw refused("password_of_name");
}

/** A refusal that stands at the field of the password. */
function refused(id: MessageId<"people">, values?: Values) {
  const saying = { room: "people", id, ...(values && { values }) } as const;
  return refusal("bad_input", "people", id, values, { fields: { password: saying } });
}
