import { randomBytes } from "node:crypto";
import { connect as connectTo } from "node:net";
import { type Wire, wireOn } from "#server/collab/wire.fixture.ts";

export { type Wire, wireOn };

const END = Buffer.from("\r\n\r\n");

/** Opens a websocket over the network. The request is written by hand: 500 at once are more work for an HTTP client than for a server. */
export function connect(url: string, headers: Record<string, string> = {}): Promise<Wire> {
  const { host, hostname, port, pathname } = new URL(url);
  const request = [
    `GET ${pathname} HTTP/1.1`,
    ...Object.entries({
      Host: host,
      Connection: "Upgrade",
      Upgrade: "websocket",
      "Sec-WebSocket-Version": "13",
      "Sec-WebSocket-Key": randomBytes(16).toString("base64"),
      ...headers,
    }).map(([name, value]) => `${name}: ${value}`),
  ];
  return new Promise((resolve, reject) => {
    const socket = connectTo({ host: hostname, port: Number(port), noDelay: true });
    socket.once("error", reject);
    socket.once("close", () => reject(new Error("The server closed a connection instead of upgrading it.")));
    socket.write(`${request.join("\r\n")}\r\n\r\n`);
    let answer = Buffer.alloc(0);
    const hear = (chunk: Buffer) => {
      answer = Buffer.concat([answer, chunk]);
      const end = answer.indexOf(END);
      if (end < 0) return;
      socket.off("data", hear);
      const [status = ""] = answer.toString("latin1").split("\r\n", 1);
      if (status.startsWith("HTTP/1.1 101")) resolve(wireOn(socket, answer.subarray(end + END.length)));
      else reject(new Error(`The server answered "${status}" to an upgrade.`));
    };
    socket.on("data", hear);
  });
}
