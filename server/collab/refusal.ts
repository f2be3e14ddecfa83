import { CARD_SLOW, CLOSE, type CloseCode } from "#domain/protocol.ts";

/**
 * Why the server turns a socket away, in one word, and how loudly that is told: "warn" for what no window of ours does.
 * Prometheus gets the words as a label, so there are only these. Listed in docs/realtime.md.
 */
export const REFUSALS = {
  bad_upgrade: "warn",
  origin: "warn",
  signed_out: "info",
  not_found: "info",
  old_page: "info",
  other_member: "info",
  too_many_sockets: "info",
  bad_frame: "warn",
  too_large: "warn",
  bad_message: "warn",
  bad_update: "warn",
  layout: "warn",
  too_costly: "warn",
  foreign_client: "warn",
  gap: "info",
  reader: "warn",
  card_full: "info",
  card_slow: "warn",
  flood: "warn",
  slow_reader: "warn",
  silent: "info",
  not_allowed: "info",
  promoted: "info",
  set_aside: "info",
  storage: "info",
  fault: "info",
  restarting: "info",
} as const;

export type RefusalKind = keyof typeof REFUSALS;

const USUAL_KINDS: Record<CloseCode, RefusalKind> = {
  [CLOSE.badMessage]: "bad_message",
  [CLOSE.signedOut]: "signed_out",
  [CLOSE.notAllowed]: "not_allowed",
  [CLOSE.noSuchClaim]: "not_found",
  [CLOSE.foreignClientId]: "foreign_client",
  [CLOSE.setAside]: "set_aside",
  [CLOSE.reloadApp]: "old_page",
  [CLOSE.storage]: "storage",
  [CLOSE.resync]: "gap",
  [CLOSE.slowDown]: "flood",
  [CLOSE.restarting]: "restarting",
};

export const kindOf = (code: CloseCode): RefusalKind => USUAL_KINDS[code];

/** Why a socket is closed. The message is the close reason that the browser is given: at most 123 bytes. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: CloseCode;
  readonly kind: RefusalKind;

  constructor(code: CloseCode, reason: string, kind = kindOf(code)) {
    super(reason);
    this.code = code;
    this.kind = kind;
  }
}

const bad = (kind: RefusalKind) => (reason: string) => new Refusal(CLOSE.badMessage, reason, kind);
/** The message itself cannot be read. */
export const badMessage = bad("bad_message");
/** The update inside the message cannot be read, or is none that Yjs makes. */
export const badUpdate = bad("bad_update");
/** The update puts something into the card for which it has no place. */
export const offLayout = bad("layout");
/** The update would take the server too long. */
export const tooCostly = bad("too_costly");
export const entangled = () => tooCostly("The update is too entangled to be applied.");
export const cardSlow = () => new Refusal(CLOSE.notAllowed, CARD_SLOW, "card_slow");
export const resync = (reason: string) => new Refusal(CLOSE.resync, reason);
