import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { CardStyle } from '../../src/social-cards/card.ts';

const require = createRequire(import.meta.url);

/** The site's colours, dark: a card stands among others that are light. Its mark is the logo. */
export const cardStyle: CardStyle = {
  background: '#0d2b30',
  title: '#ffffff',
  text: '#d3e6e8',
  quiet: '#8fb9be',
  accent: '#6fcdd5',
  mark: readFileSync('static/img/logo.svg', 'utf8').replaceAll(
    /<\/?svg[^>]*>/g,
    '',
  ),
};

/** One family for all languages: it has Latin letters and Han characters. */
export const cardFonts = {
  bold: fontFile(700),
  regular: fontFile(400),
};

function fontFile(weight: number): string {
  const family = 'noto-sans-sc-chinese-simplified';
  return require.resolve(
    `@openfonts/noto-sans-sc_chinese-simplified/files/${family}-${weight}.woff`,
  );
}
