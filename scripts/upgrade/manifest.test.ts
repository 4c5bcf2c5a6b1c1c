import { expect, it } from 'vitest';
import { familyOf } from './families.ts';
import { pinsOf, splitRange, withRanges } from './manifest.ts';

const text = `{
  "name": "chat",
  "dependencies": {
    "@analogjs/router": "2.7.2",
    "h3": "1.15.10"
  },
  "devDependencies": {
    "@analogjs/platform": "^2.7.5"
  },
  "overrides": {
    "h3": "1.0.0"
  }
}
`;

it('finds the packages of a family in both lists of dependencies', () => {
  expect(pinsOf(text, familyOf('analog'))).toEqual([
    { name: '@analogjs/router', range: '2.7.2' },
    { name: '@analogjs/platform', range: '^2.7.5' },
  ]);
  expect(pinsOf('{}', familyOf('analog'))).toEqual([]);
});

it('changes versions and not one character besides', () => {
  const raised = withRanges(text, new Map([['h3', '1.15.11']]));
  expect(raised).toBe(text.replace('"1.15.10"', '"1.15.11"'));
});

it('refuses a package.json that it cannot change line by line', () => {
  const line = '{ "dependencies": { "h3": "1.15.10" } }';
  expect(() => withRanges(line, new Map([['h3', '1.15.11']]))).toThrow(
    'h3 is not on a line of its own',
  );
});

it('splits a range from its version', () => {
  expect(splitRange('^10.0.0')).toEqual({ prefix: '^', version: '10.0.0' });
  expect(splitRange('1.2.3')).toEqual({ prefix: '', version: '1.2.3' });
});
