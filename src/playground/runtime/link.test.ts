import { expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { createLinker } from './link.ts';

function linked(sources: Readonly<Record<string, string>>) {
  const files = Object.entries(sources).map(([path, source]) =>
    compile(path, source),
  );
  return createLinker(files, { h3: { version: 1 } }).load;
}

it('joins files and packages, and runs each file once', () => {
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

it('lets two files import each other', () => {
  const load = linked({
    'a.ts':
      "import { two } from './b';\nexport const one = () => 1;\nexport const sum = () => one() + two();",
    'b.ts':
      "import { one } from './a';\nexport const two = () => one() + one();",
  });
  const { sum } = load('a.ts') as { sum: () => number };
  expect(sum()).toBe(3);
});

it('names file and line of an import that leads nowhere', () => {
  const load = linked({
    'src/server/routes/a.ts': "// First\nimport 'node:fs';\nexport default 1;",
  });
  expect(() => load('src/server/routes/a.ts')).toThrow(
    'src/server/routes/a.ts:2: there is no "node:fs" in this browser; a handler here can import "h3" and the files of its example.',
  );
});

it('keeps the lines of the source in a stack', () => {
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

it('runs a file again that has failed', () => {
  const load = linked({ 'a.ts': "throw new Error('broken');" });
  for (let turn = 0; turn < 2; turn += 1) {
    expect(() => load('a.ts')).toThrow('broken');
  }
});

it('names the file of what only an ES module could run', () => {
  const load = linked({
    'a.ts': 'const late = await 1;\nexport default late;',
  });
  expect(() => load('a.ts')).toThrow(
    /^a\.ts: .* await inside of functions only/,
  );
});

it('takes files that come later, a package among them, and names it in errors', () => {
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
    // One that is there stays as it is: a reader may have edited it.
    compile('src/a.ts', 'export default 0;'),
  ]);
  expect(linker.load('src/a.ts')).toMatchObject({ default: 4 });
  expect(() => linker.load('src/b.ts')).toThrow('can import "h3", "maths" and');
});

it('gives each file names that it may declare anew', () => {
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
