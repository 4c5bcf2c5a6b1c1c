/** A figure that pages are compared by. */
export interface Figure {
  readonly what: string;
  readonly unit: 'kB' | 'ms' | '';
  /** The goal, where there is one. */
  readonly most?: number;
  /** A goal the other way round. */
  readonly least?: number;
}

/** The same figure of another site. */
export interface Beside {
  readonly name: string;
  readonly value: number;
}

/** Whether a value is beyond its goal. */
export function isMissed(
  { most = Infinity, least = -Infinity }: Figure,
  value: number,
): boolean {
  return value > most || value < least;
}

/**
 * A figure in words, with the ratio to the same of each other site.
 *
 * @returns for example `met    blocked: 0 ms; Docusaurus 320 ms, ratio 0.00 (at most 20)`
 */
export function figureLine(
  figure: Figure,
  value: number,
  beside: readonly Beside[],
): string {
  const { what, unit, most, least } = figure;
  const hasGoal = most !== undefined || least !== undefined;
  const mark = !hasGoal
    ? '      '
    : isMissed(figure, value)
      ? 'missed'
      : 'met   ';
  const goal = [
    ...(most === undefined ? [] : [`at most ${most}`]),
    ...(least === undefined ? [] : [`at least ${least}`]),
  ];
  const said = (number: number) =>
    `${number === 0 ? '0' : number.toPrecision(number < 1000 ? 3 : 4)}${unit && ` ${unit}`}`;
  const others = beside.map(
    (other) =>
      `${other.name} ${said(other.value)}${other.value > 0 ? `, ratio ${(value / other.value).toFixed(2)}` : ''}`,
  );
  return [
    `${mark} ${what}: ${[said(value), ...others].join('; ')}`,
    ...goal.map((words) => ` (${words})`),
  ].join('');
}
