/** A measured figure and its goal. */
export interface Figure {
  readonly what: string;
  readonly unit: string;
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** The same figure of another site. */
export interface PeerFigure {
  readonly name: string;
  readonly value: number;
}

/** Whether a value misses its goal. */
export function isMissed(
  { atMost = Infinity, atLeast = -Infinity }: Figure,
  value: number,
): boolean {
  return value > atMost || value < atLeast;
}

/** Formats a figure with its goal, and with the ratio to each peer: `met    blocked: 0 ms; Docusaurus 320 ms, ratio 0.00 (at most 20)`. */
export function figureLine(
  figure: Figure,
  value: number,
  peers: readonly PeerFigure[] = [],
): string {
  const { what, unit, atMost, atLeast } = figure;
  const goal = [
    ...(atMost === undefined ? [] : [` (at most ${atMost})`]),
    ...(atLeast === undefined ? [] : [` (at least ${atLeast})`]),
  ].join('');
  const mark = goal === '' ? '' : isMissed(figure, value) ? 'missed' : 'met';
  const format = (number: number) =>
    `${number === 0 ? '0' : number < 1000 ? number.toPrecision(3) : number.toFixed(0)}${unit && ` ${unit}`}`;
  const others = peers.map(
    (peer) =>
      `${peer.name} ${format(peer.value)}${peer.value > 0 ? `, ratio ${(value / peer.value).toFixed(2)}` : ''}`,
  );
  return `${mark.padEnd(6)} ${what}: ${[format(value), ...others].join('; ')}${goal}`;
}

/**
 * Returns the middle value, or the mean of the two middle values.
 *
 * @throws if there are no values
 */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) throw new Error('No values.');
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? upper) : upper;
  return (lower + upper) / 2;
}
