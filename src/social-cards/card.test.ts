import { createRequire } from 'node:module';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { cardPath } from './address.ts';
import { cached } from './cache.ts';
import {
  type Card,
  cardSize,
  drawCard,
  type CardStyle,
  type Face,
} from './card.ts';
import { openFace } from './font.ts';
import { renderPng } from './pixels.ts';

const style: CardStyle = {
  background: '#000',
  title: '#fff',
  text: '#eee',
  quiet: '#ddd',
  accent: '#ccc',
  mark: '<circle r="4"/>',
};
const card: Card = {
  title: 'Sockets',
  description: 'How they open, and why they stay silent.',
  site: 'Guide',
  section: 'Chapters',
};

/** Each character is half as wide as its size; the outline contains the text. */
const face: Face = {
  width: (text, size) => (text.length * size) / 2,
  outline: (text, x, y, size) => `${text}@${x},${y},${size}`,
};

it.each([
  ['Sockets', 80, ['Sockets']],
  [
    'Development server and hot modules',
    80,
    ['Development server', 'and hot modules'],
  ],
  ['word '.repeat(30).trim(), 44, undefined],
])('writes %j as large as possible', (title, size, lines) => {
  const svg = drawCard({ ...card, title }, style, {
    bold: face,
    regular: face,
  });
  const written = [...svg.matchAll(/d="([^@"]*)@80,[\d.]+,(\d+)"/g)].filter(
    ([, , own]) => Number(own) >= 44,
  );
  expect(written.map(([, , own]) => Number(own))).toEqual(
    written.map(() => size),
  );
  if (lines) expect(written.map(([, text]) => text)).toEqual(lines);
  else expect(written.length).toBeLessThanOrEqual(4);
});

it('draws three languages with a real font', () => {
  const require = createRequire(import.meta.url);
  const font =
    require.resolve('@openfonts/noto-sans-sc_chinese-simplified/files/noto-sans-sc-chinese-simplified-400.woff');
  const real = openFace(font);
  const svg = drawCard(
    { ...card, title: 'Größe: „Öl“', description: '服务器发送事件（SSE）' },
    style,
    { bold: real, regular: real },
  );
  expect(svg).not.toMatch(/NaN|undefined/);
  const png = Buffer.from(renderPng(svg));
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(
    Object.values(cardSize),
  );
  const without = Buffer.from(
    renderPng(drawCard(card, style, { bold: real, regular: real })),
  );
  expect(png.equals(without)).toBe(false);
  expect(() => real.outline('→', 0, 0, 10)).toThrow('has no "→"');
});

it('caches cards by everything they depend on', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cards-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  let drawn = 0;
  const draw = () => Uint8Array.of((drawn += 1));
  const bytes = [{ a: 1 }, { a: 1 }, { a: 2 }].map((from) => [
    ...cached(folder, from, draw),
  ]);
  expect(bytes).toEqual([[1], [1], [2]]);
  expect(readdirSync(folder)).toHaveLength(2);
});

it.each([
  ['/base/', 'cards/index.png'],
  ['/base/examples/chat', 'cards/examples/chat.png'],
])('the card of %s is %s', (permalink, path) => {
  expect(cardPath(permalink, '/base/')).toBe(path);
});
