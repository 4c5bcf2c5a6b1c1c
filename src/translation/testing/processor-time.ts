/**
 * The time that this process has used on its processors, which other work on the machine changes little.
 *
 * @returns Milliseconds since its start.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
