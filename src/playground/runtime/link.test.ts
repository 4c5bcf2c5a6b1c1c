import { expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { createLinker } from './link.ts';
import { onUnsupported } from './unsupported.ts';

function linked(sources: Readonly<Record<string, string>>) {
  const files = Object.entries(sources).map(([path, source]) =>
    compile(path, source),
  );
  return createLinker(files, { h3: { version: 1 } }).load;
}

it('links files and packages, and runs each file once', () => {
  const load = linked({
    'src/server/routes/a.ts':
      "import { version } from 'h3';\nimport { next } from '../count';\nexport default [version, next()];",
    'src/server/routes/b.ts':
      "import { next } from '../count.js';\nexport default next();",
    'src/server/count.ts':
      'let count = 0;\nexport const next = () => (count += 1);',
  });
  expect(load('src/server/routes/a.ts')).toMatchObject({ default: [1, 1] });
  expect(load('src/server/routes/b.ts')).toMatchObject({ default: 2 });
});

it('supports circular imports', () => {
  const load = linked({
    'a.ts':
      "import { two } from './b';\nexport const one = () => 1;\nexport const sum = () => one() + two();",
    'b.ts':
      "import { one } from './a';\nexport const two = () => one() + one();",
  });
  const { sum } = load('a.ts') as { sum: () => number };
  expect(sum()).toBe(3);
});

it('reports file and line of an unresolved import', () => {
  const load = linked({
    'src/server/routes/a.ts': "// First\nimport 'node:fs';\nexport default 1;",
  });
  expect(() => load('src/server/routes/a.ts')).toThrow(
    'src/server/routes/a.ts:2: there is no "node:fs" in the browser; a handler can import "h3" and the files of its app.',
  );
});

it('keeps line numbers in stack traces', () => {
  const load = linked({
    'src/server/routes/a.ts':
      "type A = string;\n\nexport function fail(): A {\n  throw new Error('here');\n}",
  });
  const { fail } = load('src/server/routes/a.ts') as { fail: () => void };
  try {
    fail();
    expect.unreachable();
  } catch (error) {
    expect(error).toHaveProperty(
      'stack',
      expect.stringContaining('src/server/routes/a.ts:4:9'),
    );
  }
});

it('runs a file again after an error', () => {
  const load = linked({ 'a.ts': "throw new Error('broken');" });
  for (let turn = 0; turn < 2; turn += 1) {
    expect(() => load('a.ts')).toThrow('broken');
  }
});

it('reports the file of code that requires an ES module', () => {
  const load = linked({
    'a.ts': 'const late = await 1;\nexport default late;',
  });
  expect(() => load('a.ts')).toThrow(
    /^a\.ts: .* use await only inside functions/,
  );
});

it('accepts files and packages later, and reports their names in errors', () => {
  const linker = createLinker(
    [
      compile(
        'src/a.ts',
        "import { double } from 'maths';\nexport default double(2);",
      ),
      compile('src/b.ts', "import 'none';"),
    ],
    { h3: {} },
  );
  expect(() => linker.load('src/a.ts')).toThrow('there is no "maths"');
  linker.add([
    compile('maths', 'export const double = (n: number) => n * 2;'),
    // An existing file is kept, since a reader may have edited it.
    compile('src/a.ts', 'export default 0;'),
  ]);
  expect(linker.load('src/a.ts')).toMatchObject({ default: 4 });
  expect(() => linker.load('src/b.ts')).toThrow('can import "h3", "maths" and');
});

it.each([
  [
    'package',
    "import { z } from 'zod';\nexport default z.number();",
    'zod.z.number is not available in this page.',
  ],
  ['import', "import 'node:fs';", 'there is no "node:fs"'],
  ['importMeta', 'export default import.meta.url;', 'import.meta'],
  [
    'accessor',
    'class A {\n  static accessor count = 0;\n}\nexport default A;',
    'src/a.ts: ',
  ],
])('reports the use of an unavailable feature: %s', (name, source, message) => {
  const reported: string[] = [];
  onUnsupported((one) => reported.push(one));
  const linker = createLinker([compile('src/a.ts', source)], {});
  linker.add([compile('zod', 'export const z = { string: () => 1 };')]);
  expect(() => linker.load('src/a.ts')).toThrow(message);
  expect(reported).toEqual([name]);
});

it('files can redeclare given names', () => {
  const { load } = createLinker(
    [
      compile('a.ts', 'export default given;'),
      compile('b.ts', 'const given = 2;\nexport default given;'),
    ],
    {},
    { given: 1 },
  );
  expect(load('a.ts')).toMatchObject({ default: 1 });
  expect(load('b.ts')).toMatchObject({ default: 2 });
});
