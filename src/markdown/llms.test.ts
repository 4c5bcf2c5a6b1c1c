import { expect, it } from 'vitest';
import { writeLlms, writeLlmsFull } from './llms.ts';

const page = (name: string, section: string) => ({
  source: `docs/${name}.mdx`,
  permalink: `/base/de/${name}`,
  title: `Seite [${name}]`,
  description: `Über ${name}.`,
  section,
});

it('lists the pages by section, in reading order', () => {
  const text = writeLlms(
    {
      title: 'Guide',
      summary: 'All of it',
      origin: 'https://example.org',
      root: 'https://example.org/base/de/',
      allPages: 'Alles',
      others: [{ name: 'English', url: 'https://example.org/base/llms.txt' }],
    },
    [page('', 'Leitfaden'), page('b', 'Leitfaden'), page('a', 'Beispiele')],
  );
  expect(text).toBe(`# Guide

> All of it

- [Alles](https://example.org/base/de/llms-full.txt)
- [English](https://example.org/base/llms.txt)

## Leitfaden

- [Seite \\[\\]](https://example.org/base/de/index.md): Über .
- [Seite \\[b\\]](https://example.org/base/de/b.md): Über b.

## Beispiele

- [Seite \\[a\\]](https://example.org/base/de/a.md): Über a.
`);
});

it('adds no line, link or tag of a title, a description or a section', () => {
  const evil = 'x](//evil) [y](//evil)\n\n## <b>\\';
  const text = writeLlms(
    {
      title: evil,
      summary: evil,
      origin: 'https://example.org',
      root: 'https://example.org/',
      allPages: evil,
      others: [],
    },
    [{ ...page('b', evil), title: evil, description: evil }],
  );
  // Brackets after an even number of backslashes are those of links.
  const brackets = text.match(/(?<!\\)(?:\\\\)*[[\]<]/g);
  expect(brackets?.map((match) => match.at(-1)).join('')).toBe('[][]');
  expect(text.match(/^#+ /gm)).toEqual(['# ', '## ']);
});

it('joins all alternates in one file', () => {
  expect(writeLlmsFull(['# A\n', '# B\n\nb\n'])).toBe(
    '# A\n\n---\n\n# B\n\nb\n',
  );
});
