import { createRequire } from 'node:module';
import type * as Renderer from '@resvg/resvg-js';

/** Renders an SVG without texts as PNG. */
export function renderPng(svg: string): Uint8Array {
  const require = createRequire(import.meta.url);
  const { Resvg } = require('@resvg/resvg-js') as typeof Renderer;
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}
