import { balancedLines, linesWithin } from './lines.ts';

/** What a card says. */
export interface Card {
  readonly title: string;
  readonly description: string;
  /** Name of the site, and of the part of it that the page belongs to. */
  readonly site: string;
  readonly section: string;
}

/** How a card looks, in colours of CSS. */
export interface CardStyle {
  readonly background: string;
  readonly title: string;
  readonly text: string;
  readonly quiet: string;
  readonly accent: string;
  /** A picture of the site, as the content of an SVG of 32 by 32. */
  readonly mark: string;
}

/** A font, as far as a card draws with it. */
export interface Face {
  readonly width: (text: string, size: number) => number;
  /** The outline of a text, as the `d` of a path in SVG. */
  readonly outline: (
    text: string,
    x: number,
    y: number,
    size: number,
  ) => string;
}

/** The two fonts of a card. */
export interface Faces {
  readonly bold: Face;
  readonly regular: Face;
}

/** The size that all who show such cards recommend. */
export const cardSize = { width: 1200, height: 630 } as const;

const margin = 80;
const room = cardSize.width - 2 * margin;

/**
 * Draws a card. Its texts are outlines: whoever makes pixels of it needs no font.
 *
 * @param card what it says
 * @param style how it looks
 * @param faces the fonts
 * @returns an SVG
 */
export function drawCard(card: Card, style: CardStyle, faces: Faces): string {
  const { bold, regular } = faces;
  const { size, lines } = fitted(card.title, bold);
  const step = Math.round(size * 1.22);
  const description = linesWithin(card.description, room, 3, (text) =>
    regular.width(text, 31),
  );
  // The two texts stand together a little below the middle of what the site's name leaves.
  const height = lines.length * step + 28 + description.length * 46;
  const top = Math.round(170 + (cardSize.height - 90 - 170 - height) / 2);
  const parts = [
    `<rect width="${cardSize.width}" height="${cardSize.height}" fill="${style.background}"/>`,
    `<rect width="14" height="${cardSize.height}" fill="${style.accent}"/>`,
    `<g transform="translate(${margin} 66) scale(1.75)">${style.mark}</g>`,
    text(regular, card.site, margin + 78, 104, 32, style.text),
    ...lines.map((line, index) =>
      text(bold, line, margin, top + size + index * step, size, style.title),
    ),
    ...description.map((line, index) =>
      text(
        regular,
        line,
        margin,
        top + lines.length * step + 28 + 40 + index * 46,
        31,
        style.text,
      ),
    ),
    text(
      regular,
      card.section,
      cardSize.width - margin - regular.width(card.section, 28),
      104,
      28,
      style.quiet,
    ),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}">${parts.join('')}</svg>`;
}

/** The largest size in which a title takes no more than three lines. */
function fitted(title: string, face: Face): { size: number; lines: string[] } {
  const least = 44;
  for (let size = 80; ; size -= 6) {
    const measure = (text: string) => face.width(text, size);
    const lines = balancedLines(title, room, measure);
    const fits =
      lines.length <= (size > 62 ? 2 : 3) &&
      lines.every((line) => measure(line) <= room);
    if (fits || size <= least) return { size, lines: lines.slice(0, 4) };
  }
}

function text(
  face: Face,
  words: string,
  x: number,
  y: number,
  size: number,
  colour: string,
): string {
  return `<path fill="${colour}" d="${face.outline(words, x, y, size)}"/>`;
}
