/** What Lighthouse gives a score: its own ids. */
export const categories = [
  'performance',
  'accessibility',
  'best-practices',
  'seo',
] as const;

/** What a run of Lighthouse has found: scores from 0 to 100, milliseconds, the shift of the layout. */
export interface LighthouseReport extends Readonly<
  Record<
    (typeof categories)[number] | 'blocked' | 'largestPaint' | 'shift',
    number
  >
> {
  /** Ids of the audits that cost points. */
  readonly failed: readonly string[];
}

/**
 * Reads the JSON that Lighthouse 12 writes.
 *
 * @param text with nothing before it or after it
 * @throws when a score or a figure is not there, with what Lighthouse says of the run
 */
export function readLighthouseReport(text: string): LighthouseReport {
  const json: unknown = JSON.parse(text);
  const number = (...keys: readonly string[]): number => {
    const value = at(json, keys);
    if (typeof value === 'number') return value;
    const reason = at(json, ['runtimeError', 'message']);
    throw new Error(
      `Lighthouse has no ${keys.join('.')}${typeof reason === 'string' ? `: ${reason}` : '.'}`,
    );
  };
  const score = (of: (typeof categories)[number]) =>
    Math.round(number('categories', of, 'score') * 100);
  const figure = (id: string) => number('audits', id, 'numericValue');
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    'best-practices': score('best-practices'),
    seo: score('seo'),
    blocked: figure('total-blocking-time'),
    largestPaint: figure('largest-contentful-paint'),
    shift: figure('cumulative-layout-shift'),
    failed: failedAudits(json),
  };
}

/** Those with a weight in a category; others only inform. */
function failedAudits(json: unknown): string[] {
  return categories.flatMap((category) => {
    const refs = at(json, ['categories', category, 'auditRefs']);
    return (Array.isArray(refs) ? refs : []).flatMap((ref: unknown) => {
      const id = at(ref, ['id']);
      const weight = at(ref, ['weight']);
      if (typeof id !== 'string' || weight === 0) return [];
      const score = at(json, ['audits', id, 'score']);
      return typeof score === 'number' && score < 0.9 ? [id] : [];
    });
  });
}

function at(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null
        ? Reflect.get(inner, key)
        : undefined,
    value,
  );
}
