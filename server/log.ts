import { pino } from "pino";

export type Log = pino.Logger;

/** JSON lines, on standard output unless told otherwise. No bodies, cookies or tokens are ever handed to it. */
export function createLog(level: string, to?: pino.DestinationStream): Log {
  const options = { level, redact: ["req.headers.cookie", "password", "token"], base: null };
  return to ? pino(options, to) : pino(options);
}
