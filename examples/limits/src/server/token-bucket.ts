/** How many messages are allowed at once, and the milliseconds for each one more. */
export interface Rate {
  readonly burst: number;
  readonly refill: number;
}

/**
 * A bucket that is full at first. Each message takes a token out, and with time
 * tokens come back. Who asks says what time it is: any clock that never goes
 * back will do.
 */
export class TokenBucket {
  #tokens: number;
  #asked: number;

  constructor(
    readonly rate: Rate,
    now: number,
  ) {
    this.#tokens = rate.burst;
    this.#asked = now;
  }

  /** Takes a token; `false` when there is none. */
  take(now: number): boolean {
    const { burst, refill } = this.rate;
    const earned = (now - this.#asked) / refill;
    this.#tokens = Math.min(burst, this.#tokens + earned);
    this.#asked = now;
    if (this.#tokens < 1) {
      return false;
    }
    this.#tokens -= 1;
    return true;
  }
}
