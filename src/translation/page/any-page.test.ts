import fc from 'fast-check';
import { test } from 'vitest';

import { generatedPage } from '../testing/generated-page.ts';
import { generatedSeed } from '../testing/generated-seed.ts';
import {
  englishPage,
  expectAllWordsInMessages,
  expectSamePage,
} from '../testing/translated-page.ts';

/** Overridden by `GENERATED_PAGES=500`; `GENERATED_SEED` selects other pages. */
const numRuns = Number(process.env['GENERATED_PAGES'] ?? 10);
const timeout = 60_000 + numRuns * 3000;

/** Some combinations are invalid MDX, such as a bracket that closes outside of its element. */
async function isValid(source: string): Promise<boolean> {
  try {
    await englishPage(source);
    return true;
  } catch {
    return false;
  }
}

test(
  'a generated page is unchanged if every message is translated as itself, and all its words are in messages',
  () =>
    fc.assert(
      fc.asyncProperty(generatedPage, async (source) => {
        fc.pre(await isValid(source));
        // Both use the same page, whose English is rendered once.
        await expectSamePage(source);
        await expectAllWordsInMessages(source);
      }),
      { numRuns, seed: generatedSeed() },
    ),
  timeout,
);
