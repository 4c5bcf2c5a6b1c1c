import type { Element } from 'hast';
import { svg, svgText } from './svg.ts';

/** One line. */
export interface Line {
  /** Of its colour: the class is `chart__line--<series>`. */
  readonly series: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

const width = 360;
const height = 210;
const left = 40;
const right = 20;
const top = 20;
const bottom = 36;

/**
 * Lines over an x axis and a y axis that both begin at 0.
 *
 * @param lines those that are drawn; each has the point 0, 0
 * @param axes what the axes show, and how their numbers are written
 * @returns the parts of a drawing, and its size
 */
export function lineChart(
  lines: readonly Line[],
  axes: { x: string; y: string; number: (value: number) => string },
): { width: number; height: number; parts: Element[] } {
  const points = lines.flatMap((line) => line.points);
  const ticks = {
    x: ticksUpTo(Math.max(...points.map((point) => point.x))),
    y: ticksUpTo(Math.max(...points.map((point) => point.y))),
  };
  const last = { x: ticks.x.at(-1) ?? 1, y: ticks.y.at(-1) ?? 1 };
  const x = (value: number) => left + (value / last.x) * (width - left - right);
  const y = (value: number) =>
    height - bottom - (value / last.y) * (height - top - bottom);
  return {
    width,
    height,
    parts: [
      ...ticks.y.flatMap((value) => [
        svg('line', {
          ...{ className: ['chart__grid'] },
          ...{ x1: left, x2: width - right, y1: y(value), y2: y(value) },
        }),
        svgText(axes.number(value), {
          ...{ className: ['chart__tick'], textAnchor: 'end' },
          ...{ x: left - 6, y: y(value) + 4 },
        }),
      ]),
      ...ticks.x.map((value) =>
        svgText(axes.number(value), {
          ...{ className: ['chart__tick'], textAnchor: 'middle' },
          ...{ x: x(value), y: height - bottom + 15 },
        }),
      ),
      svgText(axes.y, { className: ['chart__tick'], x: 0, y: 10 }),
      svgText(axes.x, {
        ...{ className: ['chart__tick'], textAnchor: 'end' },
        ...{ x: width - right, y: height - 4 },
      }),
      ...lines.map(({ series, points: own }) =>
        svg('polyline', {
          ...{ className: ['chart__line', `chart__line--${series}`] },
          points: [{ x: 0, y: 0 }, ...own]
            .map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`)
            .join(' '),
        }),
      ),
    ],
  };
}

/** From 0 in four or five equal steps of a round number, up to at least this value. */
function ticksUpTo(value: number): number[] {
  const rough = value / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 2.5, 5, 10].map((of) => of * power).find((of) => of >= rough) ??
    rough;
  const count = Math.ceil(value / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}
