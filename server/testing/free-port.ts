import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";

/** A port that nothing listens on, for what has to know it before it starts: the wanted one, if it can be. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  try {
    await once(server.listen(wanted, "127.0.0.1"), "listening");
  } catch {
    return freePort();
  }
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
