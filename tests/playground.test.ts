import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { scenarios } from '../examples/handler-scenarios/tests/scenarios/all.ts';
import type { TranscriptRecord } from '../examples/handler-scenarios/tests/scenarios/transcript.ts';
import { expectedTranscript } from '../examples/handler-scenarios/tests/support/differences.ts';
import { knownDifferences } from '../src/playground/differences.ts';
import { compileExample } from '../src/playground/example-files.ts';
import { usePlaygroundPage } from './playground/served-page.ts';
import { useBrowser } from './support/browser.ts';

const example = 'examples/handler-scenarios';
const files = compileExample(example);
const browser = useBrowser();
const served = usePlaygroundPage();
const used = new Set<unknown>();
let page: Page;

beforeAll(async () => {
  page = await browser.open({}, () => undefined);
  await page.goto(served().url);
});

it.each(Object.keys(scenarios))(
  '%s: in the page as in production, but for known differences',
  async (name) => {
    const { code: runtime } = served().runtime;
    const records = await page.evaluate(
      ([name, options]) => window.testPage.play(name, options),
      [name, { files, runtime }] as const,
    );
    const expected = expectedTranscript(
      name,
      await recorded(name),
      knownDifferences,
    );
    expect(records).toEqual(expected.records);
    for (const one of knownDifferences) {
      if (one.scenarios === '*' || one.scenarios.includes(name)) {
        expect(expected.idle).not.toContain(one);
        used.add(one);
      }
    }
  },
);

it('knows no difference that does not occur', () => {
  expect(knownDifferences.filter((one) => !used.has(one))).toEqual([]);
});

async function recorded(name: string): Promise<readonly TranscriptRecord[]> {
  const file = `${example}/evidence/${name}.json`;
  const evidence: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!hasRecords(evidence)) {
    throw new Error(
      `${file}:1: has no list "records". Record it again: npm run evidence`,
    );
  }
  return evidence.records;
}

function hasRecords(
  value: unknown,
): value is { records: readonly TranscriptRecord[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'records' in value &&
    Array.isArray(value.records)
  );
}
