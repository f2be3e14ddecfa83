import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { CARD_LAYOUT, CLOSE } from "#domain/protocol.ts";
import { closeSocket, type Ending } from "#server/collab/peer.ts";
import { Refusal } from "#server/collab/refusal.ts";
import { pathOf, type TellTurnedAway } from "#server/collab/turned-away.ts";
import type { Member } from "#server/context.ts";
import type { Log } from "#server/log.ts";

export type Target = { kind: "claim" | "case"; id: string };

/** Who came, by which session, to what. */
export type Visitor = { target: Target; cookie: string | undefined; member: Member; sessionHash: string };

/** A websocket and the connection below it. */
export type Line = { socket: WebSocket; wire: Duplex };

export type UpgradeOptions = {
  log: Log;
  tellTurnedAway: TellTurnedAway;
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
      if (options.production) turnAway(socket, url, "404 Not Found", { kind: "not_found", reason: "Nothing is here." });
      return;
    }
    socket.on("error", (error) => options.log.debug({ err: error }, "socket broke"));
    // The answer to the upgrade and the first messages leave in one write.
    socket.cork();
    server.handleUpgrade(request, socket, head, (opened) => open(request, { socket: opened, wire: socket }));
    socket.uncork();
  }

  function open(request: IncomingMessage, line: Line): void {
    const { socket } = line;
    socket.on("error", (error) => options.log.debug({ err: error }, "websocket broke"));
    let visitor: Visitor | null = null;
    try {
      visitor = identify(request);
      options.welcome(line, visitor);
    } catch (error) {
      const { code, kind, message } = refusalOf(error);
      options.tellTurnedAway(visitor ? whom(visitor) : { path: pathOf(request.url) }, { code, kind, reason: message });
      closeSocket(socket, code, message);
    }
  }

  function refusalOf(error: unknown): Refusal {
    if (error instanceof Refusal) return error;
    options.log.error({ err: error }, "a socket could not be opened");
    return new Refusal(CLOSE.storage, "Something went wrong on the server.", "fault");
  }

  function identify({ url = "", headers }: IncomingMessage): Visitor {
    const [path = "", query] = url.split("?", 2);
    const id = TARGET.exec(path)?.[1];
    if (id === undefined) throw new Refusal(CLOSE.noSuchClaim, "There is nothing here.");
    if (!options.origins.includes(headers.origin ?? ""))
      throw new Refusal(CLOSE.notAllowed, "This page may not connect here.", "origin");
    const session = options.authenticate(headers.cookie);
    if (!session) throw new Refusal(CLOSE.signedOut, "Sign in again.");
    const asked = new URLSearchParams(query);
    const madeFor = asked.get("member");
    if (madeFor !== null && madeFor !== session.member.id)
      throw new Refusal(CLOSE.foreignClientId, "Somebody else is signed in in this browser now.", "other_member");
    const layout = asked.get("layout");
    if (layout !== null && layout !== String(CARD_LAYOUT))
      throw new Refusal(CLOSE.reloadApp, "Reload the page: the app was updated.");
    const kind = path.startsWith("/collab/") ? "claim" : "case";
    return { target: { kind, id }, cookie: headers.cookie, ...session };
  }

  /** Before there is a websocket, only HTTP can say no. */
  function turnAway(socket: Duplex, url: string, status: string, why: Omit<Ending, "code">): void {
    options.tellTurnedAway({ path: pathOf(url) }, { code: Number.parseInt(status, 10), ...why });
    socket.on("error", () => socket.destroy());
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  }

  server.on("wsClientError", ({ message: reason }, socket, { url = "" }) =>
    turnAway(socket, url, "400 Bad Request", { kind: "bad_upgrade", reason }),
  );

  return { upgrade, close: () => server.close() };
}

const whom = ({ target: { kind, id }, member }: Visitor) => ({ memberId: member.id, [`${kind}Id`]: id });
