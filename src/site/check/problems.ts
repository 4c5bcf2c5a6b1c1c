import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { siteConfig } from '../../../site.config.ts';
import { checkEvidence } from '../../evidence/lint/check.ts';
import { claimsOf } from '../../evidence/bind/claims.ts';
import type { PageProblem } from '../../evidence/problem.ts';
import { publishedTypes } from '../../evidence/lint/published.ts';
import {
  exampleFiles,
  readRepository,
} from '../../evidence/lint/repository.ts';
import { openEvidence } from '../../evidence/record/store.ts';
import { readLockfile } from '../../evidence/record/version.ts';
import { vocabularyOf } from '../../evidence/lint/vocabulary.ts';
import { archivePath } from '../../examples/index.ts';
import { fillFences } from '../../snippets/index.ts';
import { formatProblem, type Problem } from '../../core/problem.ts';
import { readStyle } from '../../translation/style/text-style.ts';
import { measuredComponents } from '../measured/index.ts';
import { listExamples } from '../examples/catalogue.ts';
import { examplePageProblems } from './example-pages.ts';
import {
  type PageCatalogue,
  readCatalogues,
  translatedNameProblems,
  translationsOf,
} from './catalogues.ts';
import { declaredMembers } from './declared-members.ts';
import { knownBugTableProblems } from './known-bug-table.ts';
import { firstSnippetProblems } from './first-snippets.ts';
import { deadLinkProblems, type LinkTargets } from './dead-links.ts';
import { readCoverage, type SitePage } from '../pages/pages.ts';
import { unmeasuredLayoutProblems } from './measured-layouts.ts';
import { playgroundProblems } from './playground-problems.ts';
import {
  type InstalledTypes,
  memberTableProblems,
  textsOfMembers,
} from './member-tables.ts';
import type { Unused } from './report.ts';
import { serverImports } from './server-imports.ts';
import { shownCommentProblems } from './shown-comments.ts';
import {
  unknownComponentProblems,
  unknownScriptProblems,
} from './unknown-names.ts';

/**
 * Packages whose published types contain names that no example uses, the most likely first: server routes, the build, Angular and the
 * browser.
 */
const typedPackages: readonly string[] = [
  'h3',
  'crossws',
  'nitropack',
  'vite',
  '@analogjs/platform',
  '@analogjs/vite-plugin-nitro',
  '@analogjs/router',
  '@angular/core',
  'typescript/lib/lib.dom.d.ts',
];

/** The result of the check of all pages. */
export interface ContentCheck {
  /** Formatted as `file:line: message`. */
  readonly problems: readonly string[];
  /** The same, unformatted; the message of a false sentence lists its translations. */
  readonly found: readonly PageProblem[];
  /** Counts. */
  readonly notes: readonly string[];
  readonly unused: Unused;
}

/**
 * Compares all pages with the examples and the evidence, without changing their trees.
 *
 * @param unread a problem for each page that can't be parsed
 */
export function checkContent(
  pages: readonly SitePage[],
  unread: readonly Problem[] = [],
): ContentCheck {
  const coverage = readCoverage(pages);
  const catalogues = readCatalogues(pages.map(({ file }) => file));
  const fences = pages.flatMap(({ file, tree }) =>
    fillFences(structuredClone(tree), file, siteConfig),
  );
  const store = openEvidence(siteConfig.examplesDir);
  const files = exampleFiles(siteConfig.examplesDir);
  const types: InstalledTypes = {
    membersOf: (of) => declaredMembers(of, siteConfig.root),
    importedFrom: (name) => serverImports(name, siteConfig.examplesDir),
  };
  const memberTexts = textsOfMembers(pages, types);
  const declares = publishedTypes(
    join(siteConfig.root, 'node_modules'),
    typedPackages,
  );
  const vocabulary = vocabularyOf(
    readRepository(siteConfig.root),
    (name) => memberTexts.has(name) || declares(name),
  );
  const evidence = checkEvidence(pages, {
    evidence: store,
    lockfile: readLockfile(siteConfig.lockfile),
    vocabulary,
    files,
    components: measuredComponents,
  });
  // The check of the catalogues reports an invalid style.
  const { style } = readStyle(
    siteConfig.root,
    join(siteConfig.catalogueDir, siteConfig.defaultLocale, 'style.json'),
  );
  const playgroundReadme = readFileSync(
    join(siteConfig.root, 'src/site/README.md'),
    'utf8',
  );
  const found: PageProblem[] = [
    ...unread,
    ...coverage.problems,
    ...examplePageProblems(
      pages,
      listExamples(siteConfig.root).map(({ name }) => name),
    ),
    ...fences,
    ...firstSnippetProblems(pages, siteConfig),
    ...playgroundProblems(pages, siteConfig.examplesDir, playgroundReadme),
    ...unmeasuredLayoutProblems(pages),
    ...memberTableProblems(pages, types),
    ...knownBugTableProblems(pages),
    ...unknownComponentProblems(pages),
    ...unknownScriptProblems(coverage.commands, vocabulary.scripts),
    ...deadLinkProblems(pages, linkTargets(unread)),
    ...evidence.problems.map((problem) =>
      withTranslations(problem, catalogues),
    ),
    ...shownCommentProblems(pages, store, files.list(), style),
    ...translatedNameProblems(catalogues),
  ];
  const problems = found.map((problem) => formatProblem(problem));
  const unused = { evidence: evidence.unused, files: coverage.unshown };
  return {
    problems: [...new Set(problems)],
    found,
    notes: [counts(pages, coverage), unusedCounts(unused)],
    unused,
  };
}

function linkTargets(unread: readonly Problem[]): LinkTargets {
  const downloads = listExamples(siteConfig.root).flatMap(({ name }) => [
    `/${archivePath(name, 'zip')}`,
    `/${archivePath(name, 'tar.gz')}`,
  ]);
  return {
    docsDir: siteConfig.docsDir,
    unread: unread.map(({ file }) => file),
    isServed: (path, page) =>
      downloads.includes(path) ||
      existsSync(
        path.startsWith('.')
          ? join(siteConfig.root, dirname(page), path)
          : join(siteConfig.root, 'static', path),
      ),
  };
}

/** Adds the places of the translations to the problem of a bound sentence. */
function withTranslations(
  problem: PageProblem,
  catalogues: readonly PageCatalogue[],
): PageProblem {
  if (!problem.bound) return problem;
  const places = translationsOf(problem.bound, problem.file, catalogues);
  return places.length === 0
    ? problem
    : {
        ...problem,
        message: `${problem.message} Its translations: ${places.join(', ')}.`,
      };
}

function counts(
  pages: readonly SitePage[],
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
