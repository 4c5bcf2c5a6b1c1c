import type { Parent, Text } from 'mdast';

import type { Catalogue } from '../catalogue/catalogue.ts';
import { isTextOnly } from '../page/nodes.ts';
import type { TranslatedRun } from '../page/translate-tree.ts';
import { formatProblem, type Problem } from '../problem.ts';

/** Feedback for translators on a development server. */
export interface Feedback {
  /** Adds a marker with the state and location of a text's entry. */
  mark(run: TranslatedRun, catalogue: Catalogue): void;
  /** Replaces the problems of a part of a page. */
  report(page: string, part: PagePart, problems: readonly Problem[]): void;
  /** Returns the problems of a page, one line each. */
  problemsOf(page: string): string[];
}

/** The two parts of a page, because Docusaurus reads the front matter separately. */
export type PagePart = 'front matter' | 'text';

/** Creates a collector of feedback for the bundler. */
export function openFeedback(): Feedback {
  const reported = new Map<string, Map<PagePart, string[]>>();
  return {
    mark: markEntry,
    report(page, part, problems) {
      const parts = reported.get(page) ?? new Map<PagePart, string[]>();
      reported.set(page, parts);
      parts.set(part, problems.map(formatProblem));
    },
    problemsOf: (page) => [
      ...new Set([...(reported.get(page)?.values() ?? [])].flat()),
    ],
  };
}

/**
 * Adds a button behind a translated run of text, which opens the entry. It has no text, so tables of contents and titles are
 * unchanged.
 *
 * @param run the run; its parent is changed
 * @param catalogue the catalogue of the page
 */
function markEntry(
  { unit, state, entry }: TranslatedRun,
  catalogue: Catalogue,
): void {
  if (isTextOnly(unit.parent)) return;
  // An entry that isn't in the file yet has no line.
  const place = `${catalogue.file}:${entry?.line ?? 1}`;
  const button: Text & { type: 'text' } = {
    type: 'text',
    value: '',
    data: {
      hName: 'button',
      hProperties: {
        type: 'button',
        dataEntry: place,
        dataEntryState: state,
        ariaLabel: `${state}: open ${place}`,
      },
    },
  };
  const children: Parent['children'] = unit.parent.children;
  // The explicit id of a heading must stay last.
  children.splice(children.length - unit.rest.length, 0, button);
}
