import { expect, it } from 'vitest';
import { unknownScriptProblems } from './unknown-names.ts';

it('reports a command with an unknown script and the nearest one', () => {
  const at = { file: 'docs/a.mdx', line: 3 };
  const commands = [
    ...['npm run example -- chat', 'npm install', 'npm run'],
    ...['npm run exampel -- chat', 'npx vite'],
  ].map((command) => ({ ...at, command }));
  expect(unknownScriptProblems(commands, ['check', 'example'])).toEqual([
    {
      ...at,
      message:
        '"npm run exampel -- chat" runs no script; the nearest is "example". Name one that exists.',
    },
  ]);
});
