import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as OpenType from 'opentype.js';
import type { Face } from './card.ts';

/**
 * Opens an OpenType, TrueType or WOFF file.
 *
 * @returns a font that throws for a character without a glyph
 */
export function openFace(path: string): Face {
  // The loader of the configuration would compile it.
  const require = createRequire(import.meta.url);
  const { parse } = require('opentype.js') as typeof OpenType;
  const { buffer, byteOffset, byteLength } = readFileSync(path);
  const font = parse(buffer.slice(byteOffset, byteOffset + byteLength));
  return {
    width: (text, size) => font.getAdvanceWidth(text, size),
    outline: (text, x, y, size) => {
      for (const character of text) {
        if (font.charToGlyphIndex(character) === 0) {
          throw new Error(
            `the font of the cards has no "${character}", in "${text}". Use another character, or give the cards another font.`,
          );
        }
      }
      return font.getPath(text, x, y, size).commands.map(pathCommand).join('');
    },
  };
}

/** Writes a path command. The library's own writer omits zeros, which not every SVG parser accepts. */
function pathCommand(command: OpenType.PathCommand): string {
  switch (command.type) {
    case 'Z':
      return 'Z';
    case 'C':
      return `C${points(command.x1, command.y1, command.x2, command.y2, command.x, command.y)}`;
    case 'Q':
      return `Q${points(command.x1, command.y1, command.x, command.y)}`;
    default:
      return `${command.type}${points(command.x, command.y)}`;
  }
}

function points(...numbers: number[]): string {
  return numbers.map((number) => number.toFixed(1)).join(' ');
}
