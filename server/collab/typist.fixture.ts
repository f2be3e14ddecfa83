import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebSocket } from "ws";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { rootsOf } from "#domain/card-roots.ts";
import { MESSAGE } from "#domain/protocol.ts";
import { ORIGIN, type Person } from "#server/collab/room-server.fixture.ts";

/** What somebody was told: that the edits of this Yjs client are stored up to this clock, or merely that they exist. */
export type Told = { how: "acknowledged" | "seen"; client: number; clock: number };

/**
 * The stock client with a person who types the next word as soon as the last one is said to be saved. It works outside
 * of tests too; `tell` hears, in the moment of its arrival, everything that the server lets them know.
 */
export function startTypist(url: string, claimId: string, person: Person, tell: (told: Told) => void) {
  const doc = new Y.Doc();
  rootsOf(doc);
  const text = doc.getText("gaps");
  const provider = new WebsocketProvider(`${url}/collab/claims`, claimId, doc, {
    WebSocketPolyfill: socketFor(person),
    disableBc: true,
    maxBackoffTime: 100,
  });
  const typist = { made: 0, acknowledged: 0, closes: 0, isOver: false, stop };
  const clockOf = (client: number) => Y.getState(doc.store, client);
  /** The own clock after each edit. */
  const clocks = [0];

  function ask(): void {
    if (provider.ws?.readyState !== WebSocket.OPEN) return;
    provider.ws.send(
      encoding.encode((encoder) => {
        encoding.writeVarUint(encoder, MESSAGE.acknowledge);
        encoding.writeVarUint(encoder, typist.made);
      }),
    );
  }

  function typeWord(): void {
    text.insert(text.length, `${person.name}${typist.made} `);
  }

  doc.on("update", (_update: Uint8Array, origin: unknown, _doc: Y.Doc, { afterState }: Y.Transaction) => {
    if (origin === provider) {
      for (const [client, clock] of afterState) if (client !== doc.clientID) tell({ how: "seen", client, clock });
      return;
    }
    typist.made += 1;
    clocks.push(clockOf(doc.clientID));
    if (provider.synced) ask();
  });
  provider.messageHandlers[MESSAGE.acknowledge] = (_encoder, decoder) => {
    typist.acknowledged = decoding.readVarUint(decoder);
    tell({ how: "acknowledged", client: doc.clientID, clock: clocks[typist.acknowledged] ?? 0 });
    if (typist.acknowledged === typist.made) typeWord();
  };
  provider.messageHandlers[MESSAGE.heartbeat] = () => {};
  provider.on("sync", (synced: boolean) => synced && ask());
  provider.on("connection-close", () => {
    typist.closes += 1;
  });
  provider.on("closed", () => {
    typist.isOver = true;
  });

  function stop(): void {
    provider.destroy();
    provider.awareness.destroy();
    doc.destroy();
  }

  return typist;
}

const socketFor = (person: Person) =>
  class extends WebSocket {
    constructor(url: string) {
      super(url, { headers: { cookie: person.cookie, origin: ORIGIN } });
    }
  } as unknown as typeof globalThis.WebSocket;

export type Typist = ReturnType<typeof startTypist>;
