/** The number of messages allowed in a burst, and the milliseconds until one more is allowed. */
export interface Rate {
  readonly burst: number;
  readonly refill: number;
}

/**
 * A bucket that starts full. Each message takes one token, and tokens are
 * refilled over time. The caller passes the current time, of any clock that
 * never goes back.
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

  /** Takes a token; returns `false` if the bucket is empty. */
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
