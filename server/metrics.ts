import { createServer } from "node:http";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Meter, Traffic } from "#server/collab/meter.ts";
import type { Log } from "#server/log.ts";

/** A tenth of a millisecond to ten seconds. */
const SECONDS = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 10];

export type MetricsOptions = {
  traffic: () => Traffic;
  /** How many cards are set aside. */
  quarantined: () => number;
  /** How long SQLite's write-ahead log is. */
  walBytes: () => number;
};

/** What Prometheus reads, and the meter that the room server turns. */
export function createMetrics(now: MetricsOptions) {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register, prefix: "assay_" });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({ name: `assay_${name}`, help, registers, collect: gaugeOf(read) });
  gauge("card_sockets", "Open sockets on cards", () => now.traffic().cardSockets);
  gauge("case_sockets", "Open live channels of cases", () => now.traffic().caseSockets);
  gauge("rooms", "Open cards", () => now.traffic().rooms);
  gauge("documents", "Open cards whose document is in memory", () => now.traffic().inMemory);
  gauge("queued_edits", "Edits that wait for their commit", () => now.traffic().queued);
  gauge("quarantined_cards", "Cards that are set aside", now.quarantined);
  gauge("wal_bytes", "Length of SQLite's write-ahead log", now.walBytes);
  const edits = new Counter({ name: "assay_edits_total", help: "Edits taken in", registers });
  const rows = new Counter({ name: "assay_log_rows_total", help: "Rows of the log written", registers });
  const refusals = new Counter({
    name: "assay_refusals_total",
    help: "Sockets closed, cut or not let in, by close code and by kind",
    labelNames: ["code", "kind"],
    registers,
  });
  const histogram = (name: string, help: string) =>
    new Histogram({ name: `assay_${name}`, help, buckets: SECONDS, registers });
  const commits = histogram("commit_seconds", "Time of one commit of the log, with its sync to disk");
  const syncs = histogram("sync_seconds", "Time of one sync of the write-ahead log to disk, beside the event loop");
  const acknowledgements = histogram(
    "acknowledgement_seconds",
    "From asking whether an edit is stored until the answer",
  );
  const meter: Meter = {
    edit: () => edits.inc(),
    commit: (seconds, written) => {
      commits.observe(seconds);
      rows.inc(written);
    },
    sync: (seconds) => syncs.observe(seconds),
    acknowledge: (seconds) => acknowledgements.observe(seconds),
    refuse: (code, kind) => refusals.inc({ code: code ?? "none", kind }),
  };
  return { meter, read: () => register.metrics(), contentType: register.contentType };
}

function gaugeOf(read: () => number) {
  return function collect(this: Gauge): void {
    this.set(read());
  };
}

export type Metrics = ReturnType<typeof createMetrics>;

/** Serves `/metrics` on a port of its own, to this machine only. Returns how to stop. */
export function serveMetrics(metrics: Metrics, port: number, log: Log): () => void {
  const server = createServer((request, response) => {
    if (request.method !== "GET" || request.url !== "/metrics") {
      response.writeHead(404).end();
      return;
    }
    metrics.read().then(
      (text) => response.writeHead(200, { "Content-Type": metrics.contentType }).end(text),
      (error: unknown) => {
        log.error({ err: error }, "metrics could not be read");
        response.writeHead(500).end();
      },
    );
  });
  server.on("error", (error) => log.error({ err: error, port }, "metrics are not served"));
  server.listen(port, "127.0.0.1");
  return () => void server.close();
}
