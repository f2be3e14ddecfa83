// @y/websocket-server as its README starts it: with YPERSISTENCE set, documents are kept in LevelDB.
import http from "node:http";
import { setupWSConnection } from "@y/websocket-server/utils";
import { WebSocketServer } from "ws";
import { host } from "../servers/host.ts";

const sockets = new WebSocketServer({ noServer: true });
sockets.on("connection", setupWSConnection);
const server = http.createServer();
server.on("upgrade", (request, socket, head) => {
  sockets.handleUpgrade(request, socket, head, (opened) => sockets.emit("connection", opened, request));
});
server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => host({ port: server.address().port }));
process.once("SIGTERM", () => process.exit());
