import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { deadUrlProblems } from './dead-urls.ts';
import { defaultLabels, labelled } from './labels.ts';
import { EvidenceError, type Problem } from './problem.ts';
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
  const label = labelled(defaultLabels);
  const used = new Set<string>();
  const problems = pages.flatMap(
    ({ file, tree, linesBefore = 0 }): Problem[] => {
      for (const name of namesIn(tree)) used.add(name);
      const prose = proseProblems(tree, measured, vocabulary).map(
        ({ line, message }) => ({ file, line: line + linesBefore, message }),
      );
      const values = replaceMeasured(
        structuredClone(tree),
        { file, linesBefore },
        { evidence, lockfile, label, files },
      );
      const dead = deadUrlProblems(tree, evidence).map(({ line, message }) => ({
        file,
        line: line + linesBefore,
        message,
      }));
      return [...prose, ...dead, ...values].sort((a, b) => a.line - b.line);
    },
  );
  return {
    problems: [...broken.values(), ...problems],
    unused: evidence.names.filter((name) => !used.has(name)),
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

function namesIn(tree: Root): string[] {
  const names: string[] = [];
  const add = (reference: string) => {
    names.push(reference.split('#')[0] ?? reference);
  };
  visit(tree, (node) => {
    if (node.type === 'code') {
      for (const [, value = ''] of (node.meta ?? '').matchAll(
        /(?:frames|output)=(\S+)/g,
      )) {
        add(value);
      }
    }
    if (
      node.type === 'mdxJsxTextElement' ||
      node.type === 'mdxJsxFlowElement'
    ) {
      for (const attribute of node.attributes) {
        if (
          attribute.type === 'mdxJsxAttribute' &&
          attribute.name === 'of' &&
          typeof attribute.value === 'string'
        ) {
          add(attribute.value);
        }
      }
    }
  });
  return names;
}
