/** Processor time of some work, in milliseconds: a busy machine makes nothing look slow. */
export function busy(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
