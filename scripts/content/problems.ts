import { join } from 'node:path';
import { content } from '../../content.ts';
import { checkEvidence } from '../../src/evidence/check.ts';
import { claimsOf } from '../../src/evidence/claims.ts';
import type { Problem } from '../../src/evidence/problem.ts';
import { publishedTypes } from '../../src/evidence/published.ts';
import { exampleFiles, readRepository } from '../../src/evidence/repository.ts';
import { openEvidence } from '../../src/evidence/store.ts';
import { readLockfile } from '../../src/evidence/version.ts';
import { vocabularyOf } from '../../src/evidence/vocabulary.ts';
import { type ParsedPage } from '../../src/snippets/coverage.ts';
import { fillFences } from '../../src/snippets/fill.ts';
import { described } from '../../src/snippets/problem.ts';
import { listExamples } from '../examples/catalogue.ts';
import { examplePageProblems } from './example-pages.ts';
import { type PageCatalogue, placesOf, readCatalogues } from './catalogues.ts';
import { readCoverage } from './pages.ts';
import { playgroundProblems } from './playground-problems.ts';
import type { Unused } from './report.ts';
import { shownCommentProblems } from './shown-comments.ts';
import { translatedNameProblems } from './translated-names.ts';
import { typedPackages } from './typed-packages.ts';

/** What the check of the pages finds and counts. */
export interface ContentCheck {
  /** `file:line: what is wrong; what there is instead; what to do`. */
  readonly problems: readonly string[];
  /** The same, with their parts: the translations of a sentence that is false now are in its message. */
  readonly found: readonly Problem[];
  /** For the reader of the log: counts. */
  readonly notes: readonly string[];
  /** For the report. */
  readonly unused: Unused;
}

/**
 * Compares all pages with the examples and with the evidence.
 *
 * @param pages as their authors wrote them; the trees are left as they are
 */
export function checkContent(pages: readonly ParsedPage[]): ContentCheck {
  const coverage = readCoverage(pages);
  const catalogues = readCatalogues(pages.map(({ file }) => file));
  const fences = pages.flatMap(({ file, tree, linesBefore = 0 }) =>
    fillFences(structuredClone(tree), { file, linesBefore }, content),
  );
  const store = openEvidence(content.examplesDir);
  const files = exampleFiles(content.examplesDir);
  const evidence = checkEvidence(pages, {
    evidence: store,
    lockfile: readLockfile(content.lockfile),
    vocabulary: vocabularyOf(
      readRepository(content.root),
      publishedTypes(join(content.root, 'node_modules'), typedPackages),
    ),
    files,
  });
  const found: Problem[] = [
    ...coverage.problems,
    ...examplePageProblems(
      pages,
      listExamples(content.root).map(({ name }) => name),
    ),
    ...fences,
    ...playgroundProblems(pages, content.examplesDir),
    ...evidence.problems.map((problem) => withPlaces(problem, catalogues)),
    ...shownCommentProblems(pages, store, files.list()),
    ...translatedNameProblems(catalogues),
  ];
  const problems = found.map((problem) => described(problem));
  const unused = { evidence: evidence.unused, files: coverage.unshown };
  return {
    problems: [...new Set(problems)],
    found,
    notes: [counts(pages, coverage), unusedCounts(unused)],
    unused,
  };
}

/** A sentence that has to be written anew has to be so in every language. */
function withPlaces(
  problem: Problem,
  catalogues: readonly PageCatalogue[],
): Problem {
  if (!problem.bound) return problem;
  const places = placesOf(problem.bound, problem.file, catalogues);
  return places.length === 0
    ? problem
    : {
        ...problem,
        message: `${problem.message} Its translations: ${places.join(', ')}.`,
      };
}

function counts(
  pages: readonly ParsedPage[],
  { fences, commands, illustrative }: ReturnType<typeof readCoverage>,
): string {
  const claims = pages.map(({ tree }) => claimsOf(tree));
  const facts = claims.flatMap((page) => page.facts).length;
  const bound = claims.flatMap((page) => page.bound).length;
  return `${pages.length} pages, ${fences} code blocks, ${commands.length} commands, ${illustrative.length} illustrative, ${facts} measured values, ${bound} bound sentences.`;
}

function unusedCounts({ evidence, files }: Unused): string {
  return `No page shows ${evidence.length} records and ${files.length} files of the examples; npm run check -- --report lists them.`;
}
