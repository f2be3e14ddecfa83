/** Processor time of some work, in milliseconds: a busy machine makes nothing look slow. */
export function busy(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}

/** The bytes that this thread holds. The resident set counts what other tests hold beside it, too. */
export function held(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
