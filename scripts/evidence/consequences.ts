import type { PageProblem } from '../../src/evidence/problem.ts';
import type { StatedFact } from '../../src/evidence/bind/claims.ts';
import type { ValueChange } from './changes.ts';

/** A page and the recorded values that it shows. */
export interface PageFacts {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly facts: readonly StatedFact[];
}

/** What changed evidence means for the pages; each line is `file:line: message`. */
export interface Consequences {
  /** Notes on bugs that are fixed. */
  readonly expired: readonly string[];
  /** Sentences that became false, with the places of their translations. */
  readonly untrue: readonly string[];
  /** Sentences that show a new value in every language: correct, but to be read again. */
  readonly restated: readonly string[];
  /** Other problems of the pages. */
  readonly others: readonly string[];
}

/**
 * Sorts the problems of the pages by what has to be done.
 *
 * @param changes in the evidence
 * @param problems that the check of the pages finds now
 * @param pages the values that each page shows
 * @param describe formats a problem as one line
 */
export function consequencesOf(
  changes: readonly ValueChange[],
  problems: readonly PageProblem[],
  pages: readonly PageFacts[],
  describe: (problem: PageProblem) => string,
): Consequences {
  const lines = (which: (problem: PageProblem) => boolean) => [
    ...new Set(problems.filter(which).map(describe)),
  ];
  return {
    expired: lines(
      ({ bound }) => bound !== undefined && bound.name === undefined,
    ),
    untrue: lines(({ bound }) => bound?.name !== undefined),
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

/** Names a value as a page does: `examples/chat/evidence/dev.json` and `exit` become `chat/dev#exit`. */
function nameOf(file: string, path: string): string {
  const [, example = '', name = ''] =
    /^examples\/([^/]+)\/evidence\/(.+)\.json$/.exec(file) ?? [];
  return `${example}/${name}#${path}`;
}

/** Formats consequences: a heading with its lines for each kind that occurs. */
export function consequenceLines(consequences: Consequences): string[] {
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Notes on bugs that are fixed', consequences.expired],
    ['Sentences that became false', consequences.untrue],
    ['Sentences that show a new value; read them again', consequences.restated],
    ['Other problems of the pages', consequences.others],
  ];
  const lines = sections.flatMap(([title, items]) =>
    items.length === 0
      ? []
      : ['', `${title} (${items.length})`, ...items.map((one) => `  ${one}`)],
  );
  return lines.length > 0 ? lines : ['', 'No sentence became false.'];
}
