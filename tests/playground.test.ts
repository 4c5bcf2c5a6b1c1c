import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { knownDifferences } from './playground/differences.ts';
import { compileExample } from './playground/compile-example.ts';
import {
  expectedInPage,
  scenarioExample,
  scenarioNames,
} from './playground/recorded.ts';
import { usePlaygroundPage } from './playground/served-page.ts';
import { useBrowser } from './support/browser.ts';

// playground-browsers.test.ts tests the same in Firefox and WebKit.
const files = compileExample(scenarioExample);
const browser = useBrowser();
const served = usePlaygroundPage();
const used = new Set<unknown>();
let page: Page;

beforeAll(async () => {
  page = await browser.open({}, () => undefined);
  await page.goto(served().url);
});

it.each(scenarioNames)(
  '%s: behaves as in production, except for known differences',
  async (name) => {
    const { code: runtime } = served().runtime;
    const records = await page.evaluate(
      ([name, options]) => window.testPage.play(name, options),
      [name, { files, runtime }] as const,
    );
    const expected = expectedInPage(name);
    expect(records).toEqual(expected.records);
    for (const one of knownDifferences) {
      if (one.scenarios === '*' || one.scenarios.includes(name)) {
        expect(expected.idle).not.toContain(one);
        used.add(one);
      }
    }
  },
);

it('every known difference occurs', () => {
  expect(knownDifferences.filter((one) => !used.has(one))).toEqual([]);
});
