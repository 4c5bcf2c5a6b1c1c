import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe finds, as `rule | where | why`. It puts axe into the page at its
 * first call.
 *
 * @param parts where to look; the first has to exist
 */
export async function violations(
  page: Page,
  parts: readonly string[] = ['html'],
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(axe.source);
  }
  // Summed up in the page: the whole of the results is megabytes.
  return page.evaluate(
    async (include) => {
      // Its source has made it a global of the page.
      const global = window as unknown as { axe: typeof axe };
      const results = await global.axe.run(
        { include },
        // Of what passes, one element is enough.
        { resultTypes: ['violations'] },
      );
      return results.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) =>
          [id, html.slice(0, 200), failureSummary?.split('\n')[1]].join(' | '),
        ),
      );
    },
    [...parts],
  );
}
