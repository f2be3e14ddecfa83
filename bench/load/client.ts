import type { Running } from "../contestants.ts";
import { connect, type Wire } from "./wire.ts";

/** One client in a room, without a document of its own: it counts what reaches it. */
export type Client = {
  wire: Wire;
  send(update: Uint8Array): void;
  ask(count: number): void;
  /** Called for every update that arrives, whole documents included. */
  onUpdate: (update: Uint8Array) => void;
  /** Called for every word that edits were taken: one of them, or all up to `count`. */
  onStored: (count: number) => void;
};

/** Opens a socket, shakes hands, and is there when the whole document has arrived. */
export async function join(server: Running, room: number, person: number): Promise<Client> {
  const { dialect } = server.contestant;
  const name = `room-${room}`;
  const wire = await connect(server.url(room), server.headers(person));
  const client: Client = {
    wire,
    send: (update) => wire.send(dialect.update(name, update)),
    ask: (count) => {
      const frame = dialect.ask(count);
      if (frame) wire.send(frame);
    },
    onUpdate: () => {},
    onStored: () => {},
  };
  await new Promise<void>((resolve, reject) => {
    let asked = dialect.joinsAtOnce;
    let given = dialect.joinsAtOnce;
    wire.onClose = (code) => reject(new Error(`${server.contestant.name} closed a socket with ${code}.`));
    wire.onFrame = (frame) => {
      const heard = dialect.hear(frame);
      if (heard.kind === "question") {
        wire.send(dialect.nothing(name));
        asked = true;
      }
      if (heard.kind === "document") given = true;
      if (heard.kind === "document" || heard.kind === "update") client.onUpdate(heard.update);
      if (heard.kind === "stored") client.onStored(heard.count);
      if (asked && given) resolve();
    };
    for (const frame of dialect.greet(name)) wire.send(frame);
    if (dialect.joinsAtOnce) resolve();
  });
  wire.onClose = () => {};
  return client;
}
