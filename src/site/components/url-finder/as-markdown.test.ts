import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { finderMessages } from './as-markdown.ts';

it('has the same texts as the components', () => {
  const sources = ['labels.ts', 'all-urls.tsx'].map((file) =>
    readFileSync(new URL(file, import.meta.url), 'utf8'),
  );
  const used = [
    ...(sources[0] ?? '').matchAll(/id: '([^']+)',\s*message: '([^']+)'/g),
    ...(sources[1] ?? '').matchAll(
      /<Translate id="([^"]+)"[^>]*>\s*([^<]+?)\s*</g,
    ),
  ].map(([, id, english]) => [id, english]);
  expect(Object.fromEntries(used)).toEqual(finderMessages);
});
