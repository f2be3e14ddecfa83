import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export type Arrived = { from: string; to: string[]; message: string };

/** What the server does with the next mail, once it has read all of it. */
type Then = "take" | "later" | "refuse" | "hang up";

/** A real mail server on a port of its own. It keeps what it took. */
export async function mailServer(port = 0) {
  const arrived: Arrived[] = [];
  const heard: Arrived[] = [];
  let answer: Then = "take";
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ["STARTTLS", "AUTH"], logger: false, closeTimeout: 100 },
    onData(stream, session, done) {
      void text(stream).then((message) => {
        const { mailFrom, rcptTo } = session.envelope;
        const mail = { from: mailFrom ? mailFrom.address : "", to: rcptTo.map((one) => one.address), message };
        heard.push(mail);
        if (answer === "hang up") return void sockets.forEach((one) => void one.destroy());
        if (answer !== "take")
          return done(Object.assign(new Error(answer), { responseCode: answer === "later" ? 451 : 554 }));
        arrived.push(mail);
        done();
      });
    },
  });
  const sockets = new Set<import("node:net").Socket>();
  server.server.on("connection", (socket: import("node:net").Socket) => void sockets.add(socket));
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const at = (server.server.address() as AddressInfo).port;
  return {
    ...{ arrived, heard, port: at, url: `smtp://127.0.0.1:${at}` },
    answerWith: (next: Then) => {
      answer = next;
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

export type MailServer = Awaited<ReturnType<typeof mailServer>>;
