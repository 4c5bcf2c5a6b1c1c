import { subset } from '../../../examples/route-layouts/layouts/subset.ts';
import { symptoms } from '../../../examples/route-layouts/layouts/symptoms.ts';
import type { Problem } from '../../core/problem.ts';
import { recordsIn } from '../pages/guide-uses.ts';
import type { SitePage } from '../pages/pages.ts';

/** Layouts that every test run measures. */
export const measuredLayouts: readonly string[] = [
  ...subset,
  ...Object.keys(symptoms),
];

/** Reports layouts on pages that only the weekly run measures. */
export function unmeasuredLayoutProblems(
  pages: readonly Pick<SitePage, 'file' | 'tree' | 'index'>[],
  measured: readonly string[] = measuredLayouts,
): Problem[] {
  return pages.flatMap((page) =>
    recordsIn(page).flatMap(({ path, line }) => {
      const [, layout] = /^route-layouts\/([^#]+)/.exec(path) ?? [];
      if (layout === undefined || measured.includes(layout)) return [];
      const message = `this shows the layout "${layout}", which npm test doesn't measure; it measures ${measured.map((one) => `"${one}"`).join(', ')}. Add it to examples/route-layouts/layouts/subset.ts.`;
      return [{ file: page.file, line, message }];
    }),
  );
}
