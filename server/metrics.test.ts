import { expect, onTestFinished, test } from "vitest";
import { cardUrl, openCard, openRaw, until } from "#server/collab/browser.fixture.ts";
import { type Desk, startDesk } from "#server/collab/desk.fixture.ts";
import { createLog } from "#server/log.ts";
import { createMetrics, serveMetrics } from "#server/metrics.ts";
import { freePort } from "#server/testing/free-port.ts";

test("[HT14] sockets, edits, commits, acknowledgements and refusals are counted", async () => {
  const at = { desk: null as Desk | null };
  const none = { cardSockets: 0, caseSockets: 0, rooms: 0, inMemory: 0, queued: 0 };
  const metrics = createMetrics({
    traffic: () => at.desk?.rooms.traffic() ?? none,
    quarantined: () => 2,
    walBytes: () => 4_152,
  });
  at.desk = await startDesk({ meter: metrics.meter });
  const ada = openCard(at.desk.url, at.desk.claimId, at.desk.ada);
  await ada.synced();
  ada.doc.getText("gaps").insert(0, "counted");
  await ada.saved();
  await (await openRaw(cardUrl(at.desk.url, at.desk.claimId), null)).closed;
  const told = await metrics.read();
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, "m").exec(told)?.[1]);
  expect(value("assay_card_sockets")).toBe(1);
  expect(value("assay_rooms")).toBe(1);
  expect(value("assay_quarantined_cards")).toBe(2);
  expect(value("assay_edits_total")).toBeGreaterThan(0);
  expect(value("assay_log_rows_total")).toBe(1);
  expect(value("assay_commit_seconds_count")).toBe(1);
  expect(value("assay_sync_seconds_count")).toBeGreaterThan(0);
  expect(value("assay_wal_bytes")).toBe(4_152);
  expect(value("assay_nodejs_eventloop_lag_p99_seconds")).toBeGreaterThanOrEqual(0);
  expect(value("assay_acknowledgement_seconds_count")).toBeGreaterThan(0);
  expect(value('assay_refusals_total\\{code="4401",kind="signed_out"\\}')).toBe(1);
  ada.close();
  await until(() => at.desk?.rooms.traffic().cardSockets === 0, "Ada has left");
});

test("[HT14] metrics are told on a port of their own, and nothing else is", async () => {
  const port = await freePort();
  const traffic = () => ({ cardSockets: 3, caseSockets: 0, rooms: 0, inMemory: 0, queued: 0 });
  const stop = serveMetrics(
    createMetrics({ traffic, quarantined: () => 0, walBytes: () => 0 }),
    port,
    createLog("silent"),
  );
  onTestFinished(stop);
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  expect(answer.headers.get("content-type")).toMatch(/^text\/plain/);
  expect(await answer.text()).toContain("\nassay_card_sockets 3\n");
  // Another address of the same machine.
  await expect(fetch(`http://127.0.0.2:${port}/metrics`)).rejects.toThrow();
  expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
  expect((await fetch(`http://127.0.0.1:${port}/metrics`, { method: "POST" })).status).toBe(404);
});
