import { expect, it } from 'vitest';
import { type Example } from './catalogue.ts';
import { exampleSeed, takenHome } from './drawn.ts';

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
