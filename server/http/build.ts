import type { Server } from "node:http";
import { fileURLToPath } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { AppOptions } from "#server/http/app.ts";

export type LoadedBuild = { parts: Pick<AppOptions, "build" | "development">; close(): Promise<void> };

/**
 * The pages: the finished build in production, Vite on the port of the server in development. The finished build, which
 * takes longest of all that a start does, is loaded here; Vite is started on the server that is given to what this returns.
 * @throws Error when the build is missing.
 */
export async function loadBuild(production: boolean): Promise<(server: Server) => Promise<LoadedBuild>> {
  if (!production) return viteBuild;
  const finished = await finishedBuild();
  return async () => finished;
}

async function finishedBuild(): Promise<LoadedBuild> {
  const file = new URL("../../build/server/index.js", import.meta.url);
  const build = (await import(file.href)) as ServerBuild;
  return { parts: { build }, close: async () => {} };
}

async function viteBuild(server: Server): Promise<LoadedBuild> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    root: fileURLToPath(new URL("../..", import.meta.url)),
    server: { middlewareMode: { server }, hmr: { server } },
    appType: "custom",
  });
  // Vite's child server exits the process on SIGTERM before anything is flushed; server/index.ts listens instead.
  process.removeAllListeners("SIGTERM");
  return {
    parts: {
      development: vite.middlewares,
      build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
    },
    close: () => vite.close(),
  };
}
