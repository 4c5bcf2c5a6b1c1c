import type { Problem } from '../../src/evidence/problem.ts';
import type { StatedFact } from '../../src/evidence/claims.ts';
import type { ValueChange } from './evidence-changes.ts';

/** A page and the values that it states by themselves. */
export interface PageFacts {
  /** Path from the root of the repository. */
  readonly file: string;
  /** Lines count in the file. */
  readonly facts: readonly StatedFact[];
}

/** What an upgrade does to the pages, each a line as a person reads it. */
export interface Consequences {
  /** Notes on a bug that is gone. */
  readonly expired: readonly string[];
  /** Sentences that are false now, with the places of their translations. */
  readonly untrue: readonly string[];
  /** Sentences that state a new value by themselves, in every language: true, and to be read again. */
  readonly restated: readonly string[];
  /** What else the check of the pages refuses since. */
  readonly others: readonly string[];
}

/**
 * What changed evidence does to the pages.
 *
 * @param changes the evidence that changed
 * @param problems what the check of the pages finds now
 * @param before what it found before, described
 * @param pages the values that each page states
 * @param describe a problem in one line
 * @returns the lines
 */
export function consequencesOf(
  changes: readonly ValueChange[],
  problems: readonly Problem[],
  before: ReadonlySet<string>,
  pages: readonly PageFacts[],
  describe: (problem: Problem) => string,
): Consequences {
  const since = problems.filter((problem) => !before.has(describe(problem)));
  const lines = (which: (problem: Problem) => boolean) => [
    ...new Set(since.filter(which).map(describe)),
  ];
  return {
    expired: lines(({ bound }) => bound?.component === 'KnownBug'),
    untrue: lines(
      ({ bound }) => bound !== undefined && bound.component !== 'KnownBug',
    ),
    restated: restatedIn(pages, changes),
    others: lines(({ bound }) => bound === undefined),
  };
}

function restatedIn(
  pages: readonly PageFacts[],
  changes: readonly ValueChange[],
): string[] {
  const now = new Map(
    changes.map(({ file, path, before, after }) => [
      nameOf(file, path),
      `was ${before ?? 'not recorded'}, is ${after ?? 'gone'}`,
    ]),
  );
  return pages.flatMap(({ file, facts }) =>
    facts.flatMap(({ line, of }) => {
      const change = now.get(of);
      return change === undefined ? [] : [`${file}:${line}: ${of} ${change}`];
    }),
  );
}

/** As a page names it: `examples/chat/evidence/dev.json` and `exit` are `chat/dev#exit`. */
function nameOf(file: string, path: string): string {
  const [, example = '', name = ''] =
    /^examples\/([^/]+)\/evidence\/(.+)\.json$/.exec(file) ?? [];
  return `${example}/${name}#${path}`;
}

/**
 * Consequences in words.
 *
 * @returns a heading with its lines for each kind that there is; one line if there is none
 */
export function consequenceLines(consequences: Consequences): string[] {
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Notes on bugs that are gone', consequences.expired],
    ['Sentences that are false now', consequences.untrue],
    [
      'Values that the pages state by themselves, in every language; read the sentences again',
      consequences.restated,
    ],
    ['What the check of the pages refuses besides', consequences.others],
  ];
  const lines = sections.flatMap(([title, items]) =>
    items.length === 0
      ? []
      : ['', `${title} (${items.length})`, ...items.map((one) => `  ${one}`)],
  );
  return lines.length > 0
    ? lines
    : ['', 'No sentence in any language is false because of it.'];
}
