import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { CARD_LAYOUT, CLOSE } from "#domain/protocol.ts";
import type { Meter } from "#server/collab/meter.ts";
import { closeSocket } from "#server/collab/peer.ts";
import { Refusal } from "#server/collab/refusal.ts";
import type { Member } from "#server/context.ts";
import type { Log } from "#server/log.ts";

export type Target = { kind: "claim" | "case"; id: string };

/** Who came, by which session, to what. */
export type Visitor = { target: Target; cookie: string | undefined; member: Member; sessionHash: string };

/** A websocket and the connection below it. */
export type Line = { socket: WebSocket; wire: Duplex };

export type UpgradeOptions = {
  log: Log;
  meter: Meter;
  maxMessage: number;
  origins: readonly string[];
  production: boolean;
  authenticate: (cookie: string | undefined) => { member: Member; sessionHash: string } | null;
  /** Attaches the listeners at once, or throws a refusal. */
  welcome: (line: Line, visitor: Visitor) => void;
};

const OURS = /^\/(collab|live)\//;
const TARGET = /^\/(?:collab\/claims|live\/cases)\/([\w-]{1,64})$/;

/**
 * Answers websocket upgrades. Whoever is refused is let in first and then closed with a code that says why: a browser
 * sees nothing of a refused upgrade and would try for ever.
 */
export function createUpgrades(options: UpgradeOptions) {
  const { maxMessage: maxPayload } = options;
  const server = new WebSocketServer({
    ...{ noServer: true, maxPayload, perMessageDeflate: false, maxFragments: 64, maxBufferedChunks: 1_024 },
  });

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = request.url ?? "";
    if (!OURS.test(url)) {
      if (options.production) refuseRaw(socket);
      return;
    }
    socket.on("error", (error) => options.log.debug({ err: error }, "socket broke"));
    server.handleUpgrade(request, socket, head, (opened) => open(request, { socket: opened, wire: socket }));
  }

  function open(request: IncomingMessage, line: Line): void {
    const { socket } = line;
    socket.on("error", (error) => options.log.debug({ err: error }, "websocket broke"));
    try {
      options.welcome(line, identify(request));
    } catch (error) {
      const refusal = error instanceof Refusal ? error : null;
      if (refusal)
        options.log.info({ url: request.url, code: refusal.code, reason: refusal.message }, "socket not let in");
      options.meter.refuse(refusal?.code ?? CLOSE.storage);
      if (!refusal) options.log.error({ err: error }, "a socket could not be opened");
      closeSocket(socket, refusal?.code ?? CLOSE.storage, refusal?.message ?? "Something went wrong on the server.");
    }
  }

  function identify({ url = "", headers }: IncomingMessage): Visitor {
    const [path = "", query] = url.split("?", 2);
    const id = TARGET.exec(path)?.[1];
    if (id === undefined) throw new Refusal(CLOSE.noSuchClaim, "There is nothing here.");
    if (!options.origins.includes(headers.origin ?? ""))
      throw new Refusal(CLOSE.notAllowed, "This page may not connect here.");
    const session = options.authenticate(headers.cookie);
    if (!session) throw new Refusal(CLOSE.signedOut, "Sign in again.");
    const layout = new URLSearchParams(query).get("layout");
    if (layout !== null && layout !== String(CARD_LAYOUT))
      throw new Refusal(CLOSE.reloadApp, "Reload the page: the app was updated.");
    const kind = path.startsWith("/collab/") ? "claim" : "case";
    return { target: { kind, id }, cookie: headers.cookie, ...session };
  }

  return { upgrade, close: () => server.close() };
}

function refuseRaw(socket: Duplex): void {
  socket.on("error", () => socket.destroy());
  socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
}
