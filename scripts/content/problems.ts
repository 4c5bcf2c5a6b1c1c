import { content } from '../../content.ts';
import { checkEvidence } from '../../src/evidence/check.ts';
import { exampleFiles, readRepository } from '../../src/evidence/repository.ts';
import { openEvidence } from '../../src/evidence/store.ts';
import { readLockfile } from '../../src/evidence/version.ts';
import { vocabularyOf } from '../../src/evidence/vocabulary.ts';
import { type ParsedPage } from '../../src/snippets/coverage.ts';
import { fillFences } from '../../src/snippets/fill.ts';
import { described } from '../../src/snippets/problem.ts';
import { readCoverage } from './pages.ts';

/** What the check of the pages finds and counts. */
export interface ContentReport {
  /** `file:line: what is wrong; what there is instead; what to do`. */
  readonly problems: readonly string[];
  /** For the reader of the log: counts, files and evidence that no page shows. */
  readonly notes: readonly string[];
}

/**
 * Compares all pages with the examples and with the evidence.
 *
 * @param pages as their authors wrote them; the trees are left as they are
 */
export function checkContent(pages: readonly ParsedPage[]): ContentReport {
  const coverage = readCoverage(pages);
  const fences = pages.flatMap(({ file, tree, linesBefore = 0 }) =>
    fillFences(structuredClone(tree), { file, linesBefore }, content),
  );
  const evidence = checkEvidence(pages, {
    evidence: openEvidence(content.examplesDir),
    lockfile: readLockfile(content.lockfile),
    vocabulary: vocabularyOf(readRepository(content.root)),
    files: exampleFiles(content.examplesDir),
  });
  const problems = [...coverage.problems, ...fences, ...evidence.problems].map(
    (problem) => described(problem),
  );
  return {
    problems: [...new Set(problems)],
    notes: [
      `${pages.length} pages, ${coverage.fences} code blocks, ${coverage.commands.length} commands, ${coverage.illustrative.length} illustrative.`,
      ...coverage.illustrative.map(
        ({ file, line, why }) => `${file}:${line}: illustrative: ${why}`,
      ),
      ...listed('Evidence that no page shows', evidence.unused),
      ...listed('Files that no page shows', coverage.unshown),
    ],
  };
}

function listed(title: string, names: readonly string[]): string[] {
  return names.length > 0 ? [`${title}: ${names.join(', ')}`] : [];
}
