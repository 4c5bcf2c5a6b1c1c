import { readFileSync } from 'node:fs';

import { describe, expect, test } from 'vitest';

import { characterRules } from '../style/character-rules.ts';
import { parsePage } from './read-page.ts';
import { type Attempt, attemptGroups } from '../testing/attempts.ts';
import { catalogueWith, messagesOf } from '../testing/translated-page.ts';
import { translateTree } from './translate-tree.ts';

/** Translates the first message of a page only. */
async function translated({ english, translation, locale = 'de' }: Attempt) {
  const messages = await messagesOf(english);
  const tree = await parsePage('page.mdx', english, []);
  const problems = translateTree(tree, english, {
    catalogue: catalogueWith(messages.slice(0, 1), () => translation),
    sourceLanguage: 'en',
    characters: characterRules({ locale, defaultLocale: 'en' }),
  });
  return { problems, page: JSON.stringify(tree) };
}

describe.each(attemptGroups)('$name', ({ name, attempts }) => {
  test.each(attempts.filter(({ passes }) => passes === undefined))(
    'refuses $translation',
    async (attempt) => {
      const { problems, page } = await translated(attempt);
      expect(problems).toHaveLength(1);
      // The English is shown instead.
      const { page: english } = await translated({
        ...attempt,
        translation: '',
      });
      expect(page).toBe(english);
    },
  );

  test.each(attempts.filter(({ passes }) => passes !== undefined))(
    'accepts $translation, since $passes',
    async (attempt) => {
      expect((await translated(attempt)).problems).toEqual([]);
    },
  );

  test('the README lists the attempts with their numbers', () => {
    const readme = readFileSync(
      new URL('../README.md', import.meta.url),
      'utf8',
    );
    const row = readme
      .split('\n')
      .find((line) => line.startsWith(`| ${name} `));
    const [, , tried, through] = (row ?? '')
      .split('|')
      .map((cell) => cell.trim());
    const passed = attempts.filter(({ passes }) => passes !== undefined);
    expect([tried, through]).toEqual([
      String(attempts.length),
      String(passed.length),
    ]);
  });
});
