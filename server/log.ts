import { pino } from "pino";

export type Log = pino.Logger;

/** JSON lines on standard output. No bodies, cookies or tokens are ever handed to it. */
export function createLog(level: string): Log {
  return pino({ level, redact: ["req.headers.cookie", "password", "token"], base: null });
}
