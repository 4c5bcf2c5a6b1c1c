/** Returns the processor time of this process in milliseconds, which depends little on other processes. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
