import type axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const { resolve } = createRequire(import.meta.url);
/** Half the size of `axe.source`, which every page has to load and compile. */
const source = readFileSync(resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Runs axe, which is injected at the first call.
 *
 * @param parts selectors; the first has to exist
 * @param rules overrides of rules
 * @returns violations as `rule | where | why`
 */
export async function violations(
  page: Page,
  parts: readonly string[] = ['html'],
  rules: axe.RuleObject = {},
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(source);
  }
  // Summarized in the page, since the results have megabytes.
  return page.evaluate(
    async ({ include, rules }) => {
      // Injected as a global.
      const global = window as unknown as { axe: typeof axe };
      const results = await global.axe.run(
        { include },
        // One element per passed rule.
        { resultTypes: ['violations'], rules },
      );
      return results.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) =>
          [id, html.slice(0, 200), failureSummary?.split('\n')[1]].join(' | '),
        ),
      );
    },
    { include: [...parts], rules },
  );
}
