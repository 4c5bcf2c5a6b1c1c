import { expect, it } from 'vitest';
import { familyOf, requireAllExamples } from './families.ts';

it('takes a scope as one family, and a package alone as one', () => {
  const analog = familyOf('analog');
  expect(analog.has('@analogjs/router')).toBe(true);
  expect(analog.has('@angular/router')).toBe(false);
  const h3 = familyOf('h3');
  expect(h3.has('h3')).toBe(true);
  expect(h3.has('h3-nightly')).toBe(false);
});

it('names the nearest of a mistyped family, and all', () => {
  expect(() => familyOf('analgo')).toThrow(
    'No packages "analgo"; did you mean "analog"? There is analog, angular, docusaurus, h3, crossws, nitropack.',
  );
  expect(() => familyOf(undefined)).toThrow('No package named. There is');
});

it('raises Angular in all examples or in none', () => {
  const angular = familyOf('angular');
  expect(() => requireAllExamples(angular, 'rooms')).toThrow(
    '--examples rooms: angular has to be one version in all examples',
  );
  expect(() => requireAllExamples(angular, undefined)).not.toThrow();
  expect(() => requireAllExamples(familyOf('h3'), 'rooms')).not.toThrow();
});
