import fc from 'fast-check';
import { test } from 'vitest';

import { generatedPage } from './testing/generated-page.ts';
import { generatedSeed } from './testing/generated-seed.ts';
import {
  englishPage,
  expectEveryWordSaid,
  expectSamePage,
} from './testing/said-page.ts';

/** `GENERATED_PAGES=500` tries more of them, and `GENERATED_SEED` others. */
const numRuns = Number(process.env['GENERATED_PAGES'] ?? 10);
const timeout = 60_000 + numRuns * 3000;

/** Some combinations are no MDX, such as a bracket that closes outside of its element; another page is tried instead. */
async function isValid(source: string): Promise<boolean> {
  try {
    await englishPage(source);
    return true;
  } catch {
    return false;
  }
}

test(
  'any page is the same when every message says itself, and has no words that no message says',
  () =>
    fc.assert(
      fc.asyncProperty(generatedPage, async (source) => {
        fc.pre(await isValid(source));
        // Both of one page: its English has to be rendered once.
        await expectSamePage(source);
        await expectEveryWordSaid(source);
      }),
      { numRuns, seed: generatedSeed() },
    ),
  timeout,
);
