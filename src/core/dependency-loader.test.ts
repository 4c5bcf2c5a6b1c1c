import { createRequire } from 'node:module';
import { expect, test } from 'vitest';

test("adds files and folders, and doesn't change the page", () => {
  const loader: unknown = createRequire(import.meta.url)(
    './dependency-loader.cjs',
  );
  if (typeof loader !== 'function') throw new Error('no loader');
  const added: string[] = [];
  const context = {
    resourcePath: '/docs/a.mdx',
    getOptions: () => ({
      load: (path: string, add: (path: string) => void, source: string) =>
        [path, source, '/folder/'].forEach(add),
    }),
    addDependency: (file: string) => added.push(`file ${file}`),
    addContextDependency: (folder: string) => added.push(`folder ${folder}`),
  };
  expect(loader.call(context, 'text')).toBe('text');
  expect(added).toEqual(['file /docs/a.mdx', 'file text', 'folder /folder/']);
});
