import { expect, it } from 'vitest';
import { differingCopies, differingVersions } from './check-copies.ts';
import { type Example } from '../../src/site/examples/catalogue.ts';

function copy(example: string, text: string) {
  const inside = 'tests/support/server.ts';
  return { file: `examples/${example}/${inside}`, inside, text };
}

function example(name: string, dependencies: Record<string, string>): Example {
  const folder = `examples/${name}`;
  return { name, folder, description: name, scripts: {}, dependencies };
}

it('accepts equal copies and reports the first different line of others', () => {
  expect(differingCopies([copy('a', 'x\ny\n'), copy('b', 'x\ny\n')])).toEqual(
    [],
  );
  expect(differingCopies([copy('a', 'x\ny\n'), copy('b', 'x\nz\n')])).toEqual([
    'examples/b/tests/support/server.ts:2: differs from examples/a/tests/support/server.ts; examples share this file as equal copies; change both, or rename one.',
  ]);
});

it('reports a package of which two examples use different versions', () => {
  const one = example('a', { h3: '1.15.11', ws: '8.23.0' });
  expect(differingVersions([one, example('b', { h3: '1.15.11' })])).toEqual([]);
  expect(differingVersions([one, example('b', { h3: '1.15.10' })])).toEqual([
    'examples/b/package.json:1: h3 is 1.15.10; a has 1.15.11; use one version in all examples.',
  ]);
});
