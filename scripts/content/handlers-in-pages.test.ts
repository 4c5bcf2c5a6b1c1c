import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { content } from '../../content.ts';
import { routeOf } from '../../src/playground/runtime/route-of.ts';
import { readHandler } from '../../src/playground/site/handler.ts';

const docs = join(content.root, content.docsDir);
const files = readdirSync(docs, { recursive: true, encoding: 'utf8' });
const pages = files.flatMap((name) => {
  if (!name.endsWith('.mdx')) return [];
  const file = `${content.docsDir}/${name}`;
  const source = readFileSync(join(docs, name), 'utf8');
  return {
    file,
    shown: handlersIn(source, /^```\w+ file=([^\s#]+)/gm),
    run: handlersIn(source, /<Playground\s+of="([^"]+)"/g),
  };
});
const readme = readFileSync(
  join(content.root, 'src/playground/README.md'),
  'utf8',
);

/** The handlers that a page names, each once. */
function handlersIn(source: string, pattern: RegExp): string[] {
  const found = [...source.matchAll(pattern)].map(([, path = '']) => path);
  return [...new Set(found)].filter((path) => {
    const [, ...inside] = path.split('/');
    return routeOf(inside.join('/')) !== undefined;
  });
}

it('every handler that a page shows runs in it, or cannot, and the README says why', () => {
  expect(pages.flatMap(({ shown }) => shown).length).toBeGreaterThan(10);
  for (const { file, shown, run } of pages) {
    for (const handler of shown.filter((one) => !run.includes(one))) {
      expect(
        () => readHandler(content.examplesDir, handler),
        `${file} shows ${handler}, which runs in a page; write <Playground of="${handler}" /> below it`,
      ).toThrow();
      expect(readme, `${handler}: why it does not run in a page`).toContain(
        handler,
      );
    }
  }
});
