// Hocuspocus with its defaults; with a file as the argument, documents are kept by its SQLite extension.
import { SQLite } from "@hocuspocus/extension-sqlite";
import { Server } from "@hocuspocus/server";
import { host } from "../servers/host.ts";

const [database] = process.argv.slice(2);
const server = new Server({
  quiet: true,
  address: "127.0.0.1",
  port: Number(process.env.PORT ?? 0),
  stopOnSignals: true,
  extensions: database ? [new SQLite({ database })] : [],
});
await server.listen();
host({ port: server.address.port });
