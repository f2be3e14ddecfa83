import { canMakeFaults } from "#server/collab/faulty-server.fixture.ts";
import { cutPower, type Examined, recordTyping } from "#server/collab/power-cut.fixture.ts";
import type { Verdict } from "../results.ts";

const EDITS = 500;
const PER_RECORDING = 500;
/** Without syncs every change is still open at every cut, so a state costs more, and a few are enough. */
const CONTROL_STATES = 40;
const SHORT_LOG = { pragma: "wal_autocheckpoint = 60" };

/**
 * The power fails at so many moments while three people type: half of the recordings with the server as it is, half with
 * its log taken over into the file every few edits. The harness is tried on two disks that must lose edits.
 */
export async function powerCut(states: number): Promise<Verdict[]> {
  if (!canMakeFaults()) return [];
  const seed = Math.floor(Math.random() * 2 ** 31);
  console.log(`  seed ${seed}`);
  const sum: Examined = { states: 0, corrupt: 0, acknowledged: 0, seen: 0 };
  for (let at = 0; sum.states < states; at++) {
    const recording = await recordTyping(EDITS, at % 2 === 0 ? SHORT_LOG : {});
    add(sum, cutPower(recording, Math.min(PER_RECORDING, states - sum.states), seed + at, "kept"));
  }
  const lying = cutPower(await recordTyping(EDITS, SHORT_LOG), CONTROL_STATES, seed, "lied about");
  const off = cutPower(await recordTyping(EDITS, { ...SHORT_LOG, unsynced: true }), CONTROL_STATES, seed, "kept");
  const none = (promise: string, count: number): Verdict => ({ promise, figure: `${count}`, held: count === 0 });
  return [
    { promise: "Power cuts while three people type", figure: sum.states.toLocaleString("en"), held: true },
    none("… acknowledged edits that were lost", sum.acknowledged),
    none("… edits that a colleague had seen and that were lost", sum.seen),
    none("… damaged files", sum.corrupt),
    found("… found out: a disk that does not do its syncs", lying),
    found("… found out: synchronous=OFF, and no sync by the server", off),
  ];
}

function add(sum: Examined, more: Examined): void {
  for (const name of ["states", "corrupt", "acknowledged", "seen"] as const) sum[name] += more[name];
}

const found = (promise: string, { states, corrupt, acknowledged }: Examined): Verdict => ({
  promise,
  figure: `${corrupt} of ${states} files damaged, ${acknowledged.toLocaleString("en")} edits lost`,
  held: corrupt + acknowledged > 0,
});
