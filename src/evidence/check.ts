import type { Root } from 'mdast';
import { deadUrlProblems } from './dead-urls.ts';
import { foreignPathProblems, ownersOf } from './foreign-paths.ts';
import { defaultLabels, labelled } from './labels.ts';
import { EvidenceError, type Problem } from './problem.ts';
import { evidenceNamedIn } from './named.ts';
import { measuredBy, proseProblems } from './prose.ts';
import { replaceMeasured } from './replace.ts';
import type { EvidenceStore } from './store.ts';
import type { Lockfile } from './version.ts';
import type { Vocabulary } from './vocabulary.ts';
import type { ExampleFiles } from './workaround.ts';

/** A page as it was parsed, before any plugin changed it. */
export interface ParsedPage {
  /** Path from the root of the repository. */
  readonly file: string;
  readonly tree: Root;
  /** Lines of the file before the parsed text; 0 if the front matter was parsed too. */
  readonly linesBefore?: number;
}

/** What pages are compared with. */
export interface EvidenceSources {
  readonly evidence: EvidenceStore;
  readonly lockfile: Lockfile;
  readonly vocabulary: Vocabulary;
  readonly files: ExampleFiles;
}

/** Whether the pages say what was measured. */
export interface EvidenceReport {
  /** What a page says and no run measured, sorted by page and line. */
  readonly problems: readonly Problem[];
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
  const { evidence, lockfile, vocabulary, files } = sources;
  const broken = brokenFiles(evidence);
  const measured = measuredBy(
    evidence,
    evidence.names.filter((name) => !broken.has(name)),
  );
  const examples = files.list();
  const owners = ownersOf(evidence, examples);
  const label = labelled(defaultLabels);
  const used = new Set<string>();
  const problems = pages.flatMap(
    ({ file, tree, linesBefore = 0 }): Problem[] => {
      for (const name of evidenceNamedIn(tree)) used.add(name);
      const prose = [
        ...proseProblems(tree, measured, vocabulary),
        ...foreignPathProblems(tree, owners, examples),
        ...deadUrlProblems(tree, evidence),
      ].map(({ line, message }) => ({
        file,
        line: line + linesBefore,
        message,
      }));
      const values = replaceMeasured(
        structuredClone(tree),
        { file, linesBefore },
        { evidence, lockfile, label, files },
      );
      return [...prose, ...values].sort((a, b) => a.line - b.line);
    },
  );
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
