import { createRequire } from 'node:module';
import type * as Renderer from '@resvg/resvg-js';

/**
 * Makes pixels of a drawing.
 *
 * @param svg a drawing without texts
 * @returns a PNG
 */
export function pixelsOf(svg: string): Uint8Array {
  const require = createRequire(import.meta.url);
  const { Resvg } = require('@resvg/resvg-js') as typeof Renderer;
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}
