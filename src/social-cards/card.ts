import { balancedLines, linesWithin } from './lines.ts';

/** The text of a card. */
export interface Card {
  readonly title: string;
  readonly description: string;
  /** Name of the site. */
  readonly site: string;
  readonly section: string;
}

/** The CSS colors and the logo of a card. */
export interface CardStyle {
  readonly background: string;
  readonly title: string;
  readonly text: string;
  readonly quiet: string;
  readonly accent: string;
  /** Content of an SVG of 32 by 32. */
  readonly mark: string;
}

/** A font. */
export interface Face {
  readonly width: (text: string, size: number) => number;
  /** Returns the outline of a text, as the `d` of an SVG path. */
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

/** The recommended size of preview images. */
export const cardSize = { width: 1200, height: 630 } as const;

const margin = 80;
const textWidth = cardSize.width - 2 * margin;

/** Draws a card as SVG. Texts are outlines, so rendering needs no fonts. */
export function drawCard(card: Card, style: CardStyle, faces: Faces): string {
  const { bold, regular } = faces;
  const { size, lines } = fitted(card.title, bold);
  const step = Math.round(size * 1.22);
  const description = linesWithin(card.description, textWidth, 3, (text) =>
    regular.width(text, 31),
  );
  // Both texts are centered below the name of the site.
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

/** Chooses the largest size at which a title takes at most three lines. */
function fitted(title: string, face: Face): { size: number; lines: string[] } {
  const least = 44;
  for (let size = 80; ; size -= 6) {
    const measure = (text: string) => face.width(text, size);
    const lines = balancedLines(title, textWidth, measure);
    const fits =
      lines.length <= (size > 62 ? 2 : 3) &&
      lines.every((line) => measure(line) <= textWidth);
    if (fits || size <= least) return { size, lines: lines.slice(0, 4) };
  }
}

function text(
  face: Face,
  words: string,
  x: number,
  y: number,
  size: number,
  color: string,
): string {
  return `<path fill="${color}" d="${face.outline(words, x, y, size)}"/>`;
}
