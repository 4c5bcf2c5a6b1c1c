const first = 500;
const longest = 30_000;

/**
 * How many milliseconds to wait before attempt number `attempt` (from 0). The
 * time doubles with each failure, and half of it is left to chance: clients that
 * lost one server at one moment do not come back at one moment.
 */
export function reconnectDelay(
  attempt: number,
  random = Math.random(),
): number {
  const delay = Math.min(first * 2 ** attempt, longest);
  return delay / 2 + (delay / 2) * random;
}
