const first = 500;
const longest = 30_000;

/**
 * The delay in milliseconds before attempt number `attempt` (from 0). It doubles
 * with each failure, and half of it is random (jitter), so that clients that lost
 * the server at the same time don't reconnect at the same time.
 */
export function reconnectDelay(
  attempt: number,
  random = Math.random(),
): number {
  const delay = Math.min(first * 2 ** attempt, longest);
  return delay / 2 + (delay / 2) * random;
}
