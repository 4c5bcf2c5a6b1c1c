import { subset } from '../../examples/route-layouts/layouts/subset.ts';
import { symptoms } from '../../examples/route-layouts/layouts/symptoms.ts';
import type { MeasuredLayouts } from './measured-layouts.ts';

/** What each run measures of the layouts: the subset, and the apps with a mistake in them. */
export const measuredLayouts: MeasuredLayouts = {
  example: 'route-layouts',
  always: [...subset, ...Object.keys(symptoms)],
  listedIn: 'examples/route-layouts/layouts/subset.ts',
};
