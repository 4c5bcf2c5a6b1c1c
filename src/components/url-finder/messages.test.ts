import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { finderMessages } from './messages.ts';

it('the texts of the finder are those that its components ask for', () => {
  const sources = ['words.ts', 'all-urls.tsx'].map((file) =>
    readFileSync(new URL(file, import.meta.url), 'utf8'),
  );
  const asked = [
    ...(sources[0] ?? '').matchAll(/id: '([^']+)',\s*message: '([^']+)'/g),
    ...(sources[1] ?? '').matchAll(
      /<Translate id="([^"]+)"[^>]*>\s*([^<]+?)\s*</g,
    ),
  ].map(([, id, english]) => [id, english]);
  expect(Object.fromEntries(asked)).toEqual(finderMessages);
});
