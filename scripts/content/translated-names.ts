import { bareNamesOf } from '../../src/evidence/bare.ts';
import { quoted } from '../../src/evidence/nearest.ts';
import type { Problem } from '../../src/evidence/problem.ts';
import type { PageCatalogue } from './catalogues.ts';

/**
 * Checks that no translation names a URL, a file or a number that its English does not name. Code spans and
 * components are compared by the translation's own check.
 *
 * @param catalogues of all pages
 * @returns a problem in the catalogue for each name that was changed or added
 */
export function translatedNameProblems(
  catalogues: readonly PageCatalogue[],
): Problem[] {
  return catalogues.flatMap(({ file, entries }) =>
    entries.flatMap(({ id, text, line, fuzzy }) => {
      // A stale translation is not shown.
      if (text === '' || fuzzy) return [];
      const english = namesIn(id);
      const added = namesIn(text).filter((name) => !english.includes(name));
      const [name] = added;
      if (name === undefined) return [];
      const instead =
        english.length > 0 ? `it names ${quoted(english)}` : 'it names none';
      return [
        {
          file,
          line,
          message: `the translation names "${name}", which the English does not; ${instead}. Write what the English says.`,
        },
      ];
    }),
  );
}

/** URLs, files and numbers outside of backquotes, tags and link targets; `1.000` and `1,000` are one number. */
function namesIn(message: string): string[] {
  const text = message
    .replaceAll(/`[^`]*`/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\]\([^)]*\)/g, ' ');
  const { names, rest } = bareNamesOf(text);
  const numbers = rest.match(/(?<![\w.-])\d+(?:[.,\u00a0]\d+)*/g) ?? [];
  return [
    ...names,
    ...numbers.map((number) => number.replaceAll(/[.,\u00a0]/g, '')),
  ];
}
