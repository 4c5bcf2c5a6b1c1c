const interval = 500;
const missedTicks = 3;

/** Detects a worker that no longer responds. */
export interface Heartbeat {
  /** Counts a message to the worker, except pings. */
  posted(): void;
  /**
   * Handles the response to a ping.
   *
   * @returns false for an unexpected response
   */
  answered(count: number): boolean;
  /**
   * Handles a progress report.
   *
   * @param taken how many messages it has received
   * @returns false without progress, or for more messages than were sent
   */
  alive(taken: number): boolean;
  stop(): void;
}

/**
 * Pings every half second, and stops when three responses in a row are missing.
 * It counts ticks instead of time: a page that was busy or asleep ticks late.
 *
 * @param ping sends a ping; the response has to carry the same number
 * @param onSilence is called once; no ping is sent afterwards
 */
export function startHeartbeat(
  ping: (count: number) => void,
  onSilence: () => void,
): Heartbeat {
  let pings = 0;
  let answered = 0;
  let missed = 0;
  let posted = 0;
  /** Messages sent before the last ping. */
  let ahead = 0;
  /** Messages that the worker has received. */
  let taken = 0;
  const timer = setInterval(() => {
    if (answered === pings) {
      missed = 0;
      pings += 1;
      ahead = posted;
      ping(pings);
      return;
    }
    missed += 1;
    if (missed >= missedTicks) {
      clearInterval(timer);
      onSilence();
    }
  }, interval);
  return {
    posted: () => {
      posted += 1;
    },
    answered: (count) => {
      if (count !== pings || answered === pings) return false;
      answered = count;
      taken = Math.max(taken, ahead);
      return true;
    },
    alive: (count) => {
      const most = answered === pings ? posted : ahead;
      // An endless loop that posts reports runs out of messages.
      if (!(count > taken && count <= most)) return false;
      taken = count;
      missed = 0;
      return true;
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}
