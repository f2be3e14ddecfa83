import { randomBytes } from "node:crypto";
import { request } from "node:http";
import type { Socket } from "node:net";
import { type Wire, wireOn } from "#server/collab/wire.fixture.ts";

export { type Wire, wireOn };

/** Opens a websocket over the network. */
export function connect(url: string, headers: Record<string, string> = {}): Promise<Wire> {
  return new Promise((resolve, reject) => {
    const asked = request(url.replace(/^ws/, "http"), {
      agent: false,
      headers: {
        ...headers,
        Connection: "Upgrade",
        Upgrade: "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": randomBytes(16).toString("base64"),
      },
    });
    asked.once("error", reject);
    asked.once("response", (answer) => reject(new Error(`The server answered ${answer.statusCode} to an upgrade.`)));
    asked.once("upgrade", (_answer, socket, head) => {
      (socket as Socket).setNoDelay(true);
      resolve(wireOn(socket, head));
    });
    asked.end();
  });
}
