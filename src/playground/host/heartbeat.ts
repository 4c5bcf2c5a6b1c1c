const interval = 500;
const missedTicks = 3;
// One or two; more when this page was busy and they have piled up.
const signsPerTick = 50;

/** Watches over something that has to answer. */
export interface Heartbeat {
  /**
   * An answer has come.
   *
   * @returns false when nothing asked for it
   */
  answered(count: number): boolean;
  /**
   * It is busy with what it was given before the question.
   *
   * @returns false when it says so too often
   */
  alive(): boolean;
  stop(): void;
}

/**
 * Asks every half a second, and gives up when an answer is not there three
 * times in a row. It counts its own ticks and not the time: a page that was
 * busy itself, or asleep, ticks late and blames nobody.
 *
 * @param ping asks; the answer has to carry the same number
 * @param onSilence is called once, and nothing is asked afterwards
 */
export function startHeartbeat(
  ping: (count: number) => void,
  onSilence: () => void,
): Heartbeat {
  let asked = 0;
  let answered = 0;
  let missed = 0;
  let signs = 0;
  const timer = setInterval(() => {
    signs = 0;
    if (answered === asked) {
      missed = 0;
      asked += 1;
      ping(asked);
      return;
    }
    missed += 1;
    if (missed >= missedTicks) {
      clearInterval(timer);
      onSilence();
    }
  }, interval);
  return {
    answered: (count) => {
      if (count !== asked || answered === asked) return false;
      answered = count;
      return true;
    },
    alive: () => {
      missed = 0;
      signs += 1;
      return signs <= signsPerTick;
    },
    stop: () => {
      clearInterval(timer);
    },
  };
}
