import { expect, it } from 'vitest';
import { familyOf } from './families.ts';

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
