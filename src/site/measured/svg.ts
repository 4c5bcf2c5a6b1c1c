import type { Element } from 'hast';
import { element, text } from '../../evidence/bind/table.ts';

/** Attributes of a drawing: lengths are numbers. There is no `style`, which the site's policy refuses. */
export type DrawnProperties = Readonly<
  Record<string, string | number | string[]>
>;

/**
 * An element of a drawing, with nothing inside.
 *
 * @param tagName its name
 * @param properties its attributes
 */
export function svg(tagName: string, properties: DrawnProperties): Element {
  return element(tagName, written(properties), []);
}

/**
 * Words in a drawing.
 *
 * @param words what they are
 * @param properties their attributes
 */
export function svgText(words: string, properties: DrawnProperties): Element {
  return element('text', written(properties), [text(words)]);
}

/**
 * A drawing, which a screen reader reads as its title and its description.
 *
 * @param id the ids inside begin with it
 * @param title what is drawn
 * @param description what there is to see
 * @param drawn its parts and its size
 */
export function drawing(
  id: string,
  title: string,
  description: string,
  drawn: { width: number; height: number; parts: readonly Element[] },
): Element {
  return element(
    'svg',
    {
      ...{ className: ['chart'], role: 'img' },
      ...{ viewBox: `0 0 ${drawn.width} ${drawn.height}` },
      ...{ ariaLabelledBy: [`${id}-title`] },
      ...{ ariaDescribedBy: [`${id}-description`] },
    },
    [
      element('title', { id: `${id}-title` }, [text(title)]),
      element('desc', { id: `${id}-description` }, [text(description)]),
      ...drawn.parts,
    ],
  );
}

function written(properties: DrawnProperties): Element['properties'] {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      name,
      typeof value === 'number' ? `${Math.round(value * 10) / 10}` : value,
    ]),
  );
}
