import { randomUUID } from "node:crypto";
import { mkdirSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { openStorage } from "#db/client.ts";
import { quarantinedClaims } from "#db/queries/collab.ts";
import { seedScales } from "#db/seed.ts";
import { createLive } from "#server/collab/live.ts";
import { createRooms } from "#server/collab/rooms.ts";
import type { Context } from "#server/context.ts";
import { roomLimits, type Settings } from "#server/env.ts";
import { createApp } from "#server/http/app.ts";
import { loadBuild } from "#server/http/build.ts";
import { sessionCookie } from "#server/http/cookies.ts";
import { lockFolder } from "#server/lock.ts";
import type { Log } from "#server/log.ts";
import { createMetrics, serveMetrics } from "#server/metrics.ts";
import { makePrivate } from "#server/private-file.ts";
import { keyFile, openSigner } from "#server/proof/keys.ts";
import { eventLoop } from "#server/readiness/event-loop.ts";
import { freeSpace } from "#server/readiness/free-space.ts";
import { createReadiness } from "#server/readiness/readiness.ts";
import { startRounds } from "#server/rounds.ts";
import { createServices, type Services } from "#server/services/index.ts";
import { noteSignOffChanges } from "#server/services/reviews.ts";
import { socketAccess } from "#server/services/socket-access.ts";
import { settle } from "#server/settle.ts";

export type Options = {
  settings: Settings;
  log: Log;
  production: boolean;
  demo?: boolean;
  /** What the database file holds is not known any more. The process has to end and be started anew. */
  onUntrusted?: (reason: string) => void;
};
export type Running = { url: string; services: Services; context: Context; stop(): Promise<void> };

/**
 * Starts the whole program: one process, one SQLite file, one port.
 * @throws Error with a sentence when the folder is in use, the port is taken, or a setting does not fit.
 */
export async function start({
  settings,
  log,
  production,
  demo = false,
  onUntrusted = () => {},
}: Options): Promise<Running> {
  const folder = settings.ASSAY_DATA;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(folder);
  try {
    const pages = await loadBuild(production);
    if (production) settle();
    // Whoever knocks from here on waits until the start is over, and all of them are let in together.
    const server = await listen(settings);
    const options = { settings, log, production, demo, onUntrusted };
    return await startOn(server, pages, options, unlock).catch((error: unknown) => {
      // An open port would keep the process alive, so that it would neither serve nor end.
      server.close();
      throw error;
    });
  } catch (error) {
    unlock();
    throw error;
  }
}

async function startOn(
  server: Server,
  pages: Awaited<ReturnType<typeof loadBuild>>,
  { settings, log, production, demo, onUntrusted }: Required<Options>,
  unlock: () => void,
): Promise<Running> {
  const { port } = server.address() as AddressInfo;
  const { origin, allowedOrigins } = originsOf(settings, port);
  const cookie = sessionCookie(origin.startsWith("https:"), port);
  const file = join(settings.ASSAY_DATA, "assay.sqlite");
  makePrivate(file);
  const storage = openStorage(file);
  seedScales(storage.db);

  const now = Date.now;
  const newId = randomUUID;
  const signer = openSigner(storage.db, { place: keyFile(settings.ASSAY_DATA), origin, at: now() });
  const access = socketAccess(storage.db, cookie, (sessionId) => services.sessions.read(sessionId, false));
  const live = createLive({ now });
  const metrics = createMetrics({
    traffic: () => rooms.traffic(),
    quarantined: () => quarantinedClaims(storage.db).size,
    walBytes: () => statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0,
  });
  const rooms = createRooms({
    storage,
    now,
    newId,
    log,
    live,
    production,
    allowedOrigins,
    limits: roomLimits(settings),
    meter: metrics.meter,
    onUntrusted,
    ...access,
    onMaterialChange: (tx, change) => noteSignOffChanges(tx, { ...change, at: now() }),
  });
  const context: Context = { db: storage.db, now, newId, rooms, live, origin, signer };
  const services: Services = createServices(context, {
    articleBytes: settings.ASSAY_LIMIT_ARTICLE,
    sendsMail: settings.ASSAY_SMTP_URL !== undefined,
    hasAddress: settings.ASSAY_ORIGIN !== undefined,
  });

  const { ASSAY_METRICS_PORT: metricsPort } = settings;
  const stopMetrics = metricsPort === undefined ? () => {} : serveMetrics(metrics, metricsPort, log);
  rooms.catchUp();
  services.find.catchUp();
  services.releases.clearUp();
  rooms.rehearse();
  services.sessions.read("rehearsal", false);
  rooms.attach(server);
  const build = await pages(server);
  const loop = eventLoop();
  const endRounds = startRounds(context, settings, log);
  const checks = { ...rooms.proofs, space: freeSpace(settings.ASSAY_DATA), loop: loop.check };
  server.on(
    "request",
    createApp({
      services,
      live,
      log,
      cookie,
      origin,
      allowedOrigins,
      production,
      demo,
      trustProxy: settings.ASSAY_TRUST_PROXY,
      canWrite: rooms.health,
      readiness: createReadiness({ checks, log, now: () => performance.now() }),
      ...build.parts,
    }),
  );

  const stop = async () => {
    server.close();
    stopMetrics();
    loop.stop();
    await Promise.all([endRounds(), rooms.shutdown()]);
    await build.close();
    server.closeAllConnections();
    storage.close();
    unlock();
  };
  return { url: origin, services, context, stop };
}

function listen({ PORT, HOST }: Settings): Promise<Server> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 60_000, maxHeaderSize: 16_384 });
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`Port ${PORT} is in use. Stop the other program, or set PORT to another number.`)
          : error,
      ),
    );
    server.listen(PORT, HOST, () => resolve(server));
  });
}

const LOOPBACK = ["127.0.0.1", "localhost", "::1"];

function originsOf({ ASSAY_ORIGIN, HOST }: Settings, port: number): { origin: string; allowedOrigins: string[] } {
  if (ASSAY_ORIGIN) return { origin: ASSAY_ORIGIN, allowedOrigins: [ASSAY_ORIGIN] };
  if (!LOOPBACK.includes(HOST)) {
    throw new Error(
      `HOST is ${HOST}, so other machines can reach Assay. Set ASSAY_ORIGIN to the address they type, for example https://desk.example.org.`,
    );
  }
  const local = ["127.0.0.1", "localhost"].map((host) => `http://${host}:${port}`);
  return { origin: `http://localhost:${port}`, allowedOrigins: local };
}
