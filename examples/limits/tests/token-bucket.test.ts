import { describe, expect, it } from 'vitest';
import { TokenBucket } from '../src/server/token-bucket';

/** Takes tokens at each of these milliseconds. */
function ask(bucket: TokenBucket, times: readonly number[]): boolean[] {
  return times.map((now) => bucket.take(now));
}

describe('a bucket of 3 tokens with a refill every 100 ms', () => {
  const rate = { burst: 3, refill: 100 };

  it('yields all tokens at once, then none', () => {
    const bucket = new TokenBucket(rate, 0);
    expect(ask(bucket, [0, 0, 0, 0, 99])).toEqual([
      ...[true, true, true],
      ...[false, false],
    ]);
  });

  it('yields another token every 100 ms', () => {
    const bucket = new TokenBucket(rate, 0);
    ask(bucket, [0, 0, 0]);
    expect(ask(bucket, [100, 100, 250, 299, 300])).toEqual([
      ...[true, false],
      ...[true, false, true],
    ]);
  });

  it('accumulates fractions, even while it is empty', () => {
    const bucket = new TokenBucket(rate, 0);
    ask(bucket, [0, 0, 0]);
    expect(ask(bucket, [25, 50, 75, 100, 101])).toEqual([
      ...[false, false, false, true, false],
    ]);
  });

  it('never contains more than 3', () => {
    const bucket = new TokenBucket(rate, 0);
    ask(bucket, [0, 0, 0]);
    const later = 3_600_000;
    expect(ask(bucket, [later, later, later, later])).toEqual([
      ...[true, true, true, false],
    ]);
  });

  it('yields tokens at the refill rate forever', () => {
    const bucket = new TokenBucket(rate, 5_000);
    const rhythm = Array.from({ length: 1_000 }, (_, i) => 5_000 + i * 100);
    expect(ask(bucket, rhythm)).not.toContain(false);
  });
});
