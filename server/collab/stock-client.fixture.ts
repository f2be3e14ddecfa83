import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { WebsocketProvider } from "y-websocket";
import * as Y from "yjs";
import { rootsOf } from "#domain/card-roots.ts";
import { MESSAGE } from "#domain/protocol.ts";

export type StockOptions = { doc?: Y.Doc; maxBackoffTime?: number };

/** The stock y-websocket client on a card, with the acknowledgements that the product's browser asks for. */
export function openStock(
  url: string,
  claimId: string,
  socket: typeof globalThis.WebSocket,
  { doc = new Y.Doc(), maxBackoffTime = 100 }: StockOptions = {},
) {
  rootsOf(doc);
  const provider = new WebsocketProvider(`${url}/collab/claims`, claimId, doc, {
    WebSocketPolyfill: socket,
    disableBc: true,
    params: { layout: "1" },
    maxBackoffTime,
  });
  const card = { doc, provider, made: 0, acknowledged: 0, closed: null as { code: number; reason: string } | null };
  const ask = () => provider.ws?.readyState === 1 && provider.ws.send(askFrame(card.made));
  provider.messageHandlers[MESSAGE.acknowledge] = (_encoder, decoder) => {
    card.acknowledged = decoding.readVarUint(decoder);
  };
  provider.messageHandlers[MESSAGE.heartbeat] = () => {};
  doc.on("update", (_update, origin) => {
    if (origin === provider) return;
    card.made += 1;
    if (provider.synced) ask();
  });
  provider.on("sync", (synced) => synced && ask());
  provider.on("closed", (event) => {
    card.closed = event;
  });
  const close = () => {
    provider.destroy();
    provider.awareness.destroy();
    doc.destroy();
  };
  return Object.assign(card, {
    text: () => doc.getText("statement").toString(),
    /** In sync, and everything made here is on the server's disk. */
    isSaved: () => provider.synced && card.acknowledged === card.made,
    close,
  });
}

export type StockClient = ReturnType<typeof openStock>;

const askFrame = (count: number) =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, MESSAGE.acknowledge);
    encoding.writeVarUint(encoder, count);
  });
