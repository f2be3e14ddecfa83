import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { host } from "../servers/host.ts";

// A relay without documents: whatever comes from one socket of a room goes to its others. With "coalesce", all frames
// of one turn of the event loop leave in one write per socket: the floor of what this runtime can do.
const coalesce = process.argv.includes("coalesce");
const rooms = new Map<string, Set<Seat>>();
type Seat = { socket: WebSocket; wire: Duplex };
const corked = new Set<Duplex>();

const server = createServer();
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false });
server.on("upgrade", (request, wire, head) => {
  sockets.handleUpgrade(request, wire, head, (socket) => sit({ socket, wire }, request.url ?? ""));
});

function sit(seat: Seat, path: string): void {
  const room = rooms.get(path) ?? new Set();
  rooms.set(path, room.add(seat));
  seat.socket.on("message", (frame: Buffer) => {
    for (const other of room) if (other !== seat) pass(other, frame);
  });
  seat.socket.on("close", () => room.delete(seat));
  seat.socket.on("error", () => {});
}

function pass({ socket, wire }: Seat, frame: Buffer): void {
  if (coalesce && !corked.has(wire)) {
    if (corked.size === 0) setImmediate(uncork);
    corked.add(wire);
    wire.cork();
  }
  socket.send(frame);
}

function uncork(): void {
  for (const wire of corked) wire.uncork();
  corked.clear();
}

server.listen(0, "127.0.0.1", () => host({ port: (server.address() as AddressInfo).port }));
