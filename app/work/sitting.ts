/** What a reviewer has done since they opened the queue. Claims are named by id. */
export type Sitting = { decided: readonly string[]; skipped: readonly string[] };

export const FIRST_SITTING: Sitting = { decided: [], skipped: [] };

/** The next claim after the one on the screen: in the order of the queue, without what was decided or skipped. */
export function nextIn(queue: readonly { id: string }[], { decided, skipped }: Sitting, current: string | null) {
  const behind = new Set([...decided, ...skipped, ...(current === null ? [] : [current])]);
  return queue.find(({ id }) => !behind.has(id))?.id ?? null;
}

/** "3 of 4": how far one has come, and of how many; what is added meanwhile counts at the end. */
export function progressOf(queue: readonly { id: string }[], { decided, skipped }: Sitting, current: string) {
  const before = new Set([...decided, ...skipped].filter((id) => id !== current));
  const all = new Set([...before, current, ...queue.map(({ id }) => id)]);
  return { at: before.size + 1, of: all.size };
}

export const afterDeciding = ({ decided, skipped }: Sitting, id: string): Sitting => ({
  decided: [...decided.filter((one) => one !== id), id],
  skipped: skipped.filter((one) => one !== id),
});

export const afterSkipping = ({ decided, skipped }: Sitting, id: string): Sitting => ({
  decided,
  skipped: [...skipped.filter((one) => one !== id), id],
});

/** A decision that was taken back waits again. */
export const afterTakingBack = ({ decided, skipped }: Sitting, id: string): Sitting => ({
  decided: decided.filter((one) => one !== id),
  skipped,
});
