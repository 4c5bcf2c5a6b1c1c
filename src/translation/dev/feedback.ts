import type { Catalogue } from '../catalogue.ts';
import { formatProblem, type Problem } from '../problem.ts';
import type { Said } from '../translate-tree.ts';
import { markEntry } from './entry-mark.ts';

/** What a development server tells the translator of the pages that it makes. */
export interface Feedback {
  /** Puts the state of a run of text, and the place of its entry, behind it. */
  mark(said: Said, catalogue: Catalogue): void;
  /** Keeps what is wrong with a part of a page, instead of what was wrong before. */
  report(page: string, part: PagePart, problems: readonly Problem[]): void;
  /** All that is wrong with a page, each as one line. */
  problemsOf(page: string): string[];
}

/** A page is said in two steps: Docusaurus reads its front matter on its own. */
export type PagePart = 'front matter' | 'text';

/**
 * Starts to collect.
 *
 * @returns What the parser and the remark plugin report to, and the bundler asks.
 */
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
