import { expect, it } from 'vitest';
import { type Example } from '../../src/site/examples/catalogue.ts';
import { exampleSeed, sampledArchive, sampledCommands } from './sample.ts';

const examples = ['chat', 'route-layouts', 'rooms'].map((name): Example => ({
  name,
  folder: `examples/${name}`,
  description: name,
  scripts: {},
  dependencies: {},
}));

it('selects by the seed, and never the example that takes minutes', () => {
  const names = [0, 1, 2, 3].map((seed) => sampledArchive(examples, seed).name);
  expect(names).toEqual(['chat', 'rooms', 'chat', 'rooms']);
});

it('repeats the seed of an earlier run', () => {
  expect(exampleSeed({ EXAMPLE_SEED: '341' })).toBe(341);
  expect(exampleSeed({})).toBeLessThan(1000);
});

it('selects a command of each kind', () => {
  const commands = [
    'npm run example rooms',
    'npm run example chat -- --production',
    'npm run example chat',
    'npm run example',
  ];
  const production = {
    command: 'npm run example chat -- --production',
    example: 'chat',
  };
  expect(sampledCommands(commands, 4)).toEqual([
    { command: 'npm run example chat', example: 'chat' },
    production,
  ]);
  expect(sampledCommands(commands, 5)).toEqual([
    { command: 'npm run example rooms', example: 'rooms' },
    production,
  ]);
  expect(() => sampledCommands(['npm run example'], 1)).toThrow('Nothing');
});
