import type { ParsedPage } from '../../core/page.ts';
import type { Problem } from '../../core/problem.ts';
import { deadUrlProblems } from './dead-urls.ts';
import { foreignPathProblems, ownersOf } from './foreign-paths.ts';
import { labelled } from '../bind/labels.ts';
import { EvidenceError, type PageProblem } from '../problem.ts';
import { evidenceNamedIn } from '../bind/named.ts';
import { measuredBy, proseProblems } from './prose.ts';
import { type DrawnComponents, replaceMeasured } from '../bind/replace.ts';
import type { EvidenceStore } from '../record/store.ts';
import type { Lockfile } from '../record/version.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { ExampleFiles } from '../bind/workaround.ts';

/** What pages are compared with. */
export interface EvidenceSources {
  readonly evidence: EvidenceStore;
  readonly lockfile: Lockfile;
  readonly vocabulary: Vocabulary;
  readonly files: ExampleFiles;
  /** Components of the site that draw what was recorded. */
  readonly components?: DrawnComponents;
}

/** Whether the pages say what was measured. */
export interface EvidenceReport {
  /** What a page says and no run measured, sorted by page and line. */
  readonly problems: readonly PageProblem[];
  /** Names of evidence that no page uses. */
  readonly unused: readonly string[];
}

/**
 * Compares the pages with the evidence. The trees are left as they are.
 *
 * @param pages all pages
 * @param sources what they are compared with
 * @returns the problems, those of broken evidence files first, and the evidence that no page uses
 */
export function checkEvidence(
  pages: readonly ParsedPage[],
  sources: EvidenceSources,
): EvidenceReport {
  const { evidence, lockfile, vocabulary, files, components } = sources;
  const broken = brokenFiles(evidence);
  const measured = measuredBy(
    evidence,
    evidence.names.filter((name) => !broken.has(name)),
  );
  const examples = files.list();
  const owners = ownersOf(evidence, examples);
  const label = labelled({});
  const used = new Set<string>();
  const problems = pages.flatMap(({ file, tree }): PageProblem[] => {
    for (const name of evidenceNamedIn(tree)) used.add(name);
    const prose = [
      ...proseProblems(tree, measured, vocabulary),
      ...foreignPathProblems(tree, owners, examples),
      ...deadUrlProblems(tree, evidence),
    ].map((problem) => ({ file, ...problem }));
    const values = replaceMeasured(
      { file, tree: structuredClone(tree) },
      { evidence, lockfile, label, files, components },
    );
    return [...prose, ...values].sort((a, b) => a.line - b.line);
  });
  return {
    problems: [...broken.values(), ...problems],
    unused: evidence.names.filter(
      // What draws all records of an example names the example alone.
      (name) => !used.has(name) && !used.has(name.split('/')[0] ?? name),
    ),
  };
}

function brokenFiles(evidence: EvidenceStore): Map<string, Problem> {
  const broken = new Map<string, Problem>();
  for (const name of evidence.names) {
    try {
      evidence.file(name);
    } catch (error) {
      if (!(error instanceof EvidenceError)) throw error;
      const { broken: file = name, reason: message } = error;
      broken.set(name, { file, line: 1, message });
    }
  }
  return broken;
}
