import type { Element } from 'hast';
import { svg, svgText } from './svg.ts';

/** One bar. */
export interface Bar {
  /** Of its colour: the class is `chart__bar--<series>`. */
  readonly series: string;
  readonly value: number;
  /** The value as it is written behind the bar. */
  readonly label: string;
}

/** Bars below a title. */
export interface BarGroup {
  readonly title: string;
  readonly bars: readonly Bar[];
}

const width = 360;
/** Behind the longest bar there is room for its value. */
const plotWidth = 310;
const titleHeight = 18;
const barHeight = 14;
const gap = 4;
const groupGap = 12;

/**
 * Horizontal bars with a line at 1 in each group.
 *
 * @param groups from top to bottom
 * @param baseline what the line at 1 is called
 * @returns the parts of a drawing, and its size
 */
export function barChart(
  groups: readonly BarGroup[],
  baseline: string,
): { width: number; height: number; parts: Element[] } {
  const longest = Math.max(
    1,
    ...groups.flatMap(({ bars }) => bars.map(({ value }) => value)),
  );
  const x = (value: number) => (value / longest) * plotWidth;
  const parts: Element[] = [];
  let y = 0;
  for (const { title, bars } of groups) {
    parts.push(
      svgText(title, { className: ['chart__title'], x: 0, y: y + 12 }),
    );
    y += titleHeight;
    const top = y;
    for (const { series, value, label } of bars) {
      parts.push(
        svg('rect', {
          ...{ className: ['chart__bar', `chart__bar--${series}`] },
          ...{ x: 0, y, width: x(value), height: barHeight },
        }),
        svgText(label, {
          ...{ className: ['chart__value'] },
          ...{ x: x(value) + 5, y: y + barHeight - 3 },
        }),
      );
      y += barHeight + gap;
    }
    // Over the bars of a group, and not through its title.
    parts.push(
      svg('line', {
        ...{ className: ['chart__baseline'] },
        ...{ x1: x(1), x2: x(1), y1: top - 2, y2: y },
      }),
    );
    y += groupGap;
  }
  // Its name has no room to both sides of a line that is far to the left.
  const isLeft = x(1) < width / 3;
  const name = svgText(baseline, {
    ...{ className: ['chart__tick'], textAnchor: isLeft ? 'start' : 'middle' },
    ...{ x: isLeft ? 0 : Math.min(x(1), width - 60), y: y + 4 },
  });
  return { width, height: y + 10, parts: [...parts, name] };
}
