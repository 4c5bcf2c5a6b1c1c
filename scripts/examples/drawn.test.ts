import { expect, it } from 'vitest';
import { type Example } from './catalogue.ts';
import { drawnCommands, exampleSeed, takenHome } from './drawn.ts';

const examples = ['chat', 'route-layouts', 'rooms'].map((name): Example => ({
  name,
  folder: `examples/${name}`,
  description: name,
  scripts: {},
  dependencies: {},
}));

it('draws each example but the one that takes minutes, and the same for a seed', () => {
  const names = [0, 1, 2, 3].map((seed) => takenHome(examples, seed).name);
  expect(names).toEqual(['chat', 'rooms', 'chat', 'rooms']);
});

it('takes the seed of an earlier run', () => {
  expect(exampleSeed({ EXAMPLE_SEED: '341' })).toBe(341);
  expect(exampleSeed({})).toBeLessThan(1000);
});

it('draws a command of each kind from the pages', () => {
  const pages = [
    '```console\nnpm run example rooms\nnpm run example chat -- --production\n```',
    'Not `npm run example here`.\n\n```console\nnpm run example chat\n```\n',
  ];
  const production = {
    command: 'npm run example chat -- --production',
    example: 'chat',
  };
  expect(drawnCommands(pages, 4)).toEqual([
    { command: 'npm run example chat', example: 'chat' },
    production,
  ]);
  expect(drawnCommands(pages, 5)).toEqual([
    { command: 'npm run example rooms', example: 'rooms' },
    production,
  ]);
});
