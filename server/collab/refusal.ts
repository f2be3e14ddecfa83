import { CLOSE, type CloseCode } from "#domain/protocol.ts";

/** Why a socket is closed. The message is the close reason that the browser is given: at most 123 bytes. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: CloseCode;

  constructor(code: CloseCode, reason: string) {
    super(reason);
    this.code = code;
  }
}

export const badMessage = (reason: string) => new Refusal(CLOSE.badMessage, reason);
export const resync = (reason: string) => new Refusal(CLOSE.resync, reason);
