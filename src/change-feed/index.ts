import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AllContent, Plugin } from '@docusaurus/types';
import { escapeRegExp } from '../core/text.ts';
import { writeAtom } from './atom.ts';
import {
  evidenceEntries,
  type EvidenceOptions,
  type EvidenceUse,
} from './evidence-entries.ts';
import type { MessageText } from './messages.ts';
import { type FeedPage, pageEntries } from './page-entries.ts';
import { openRepository, type Repository } from './repository.ts';

/** Options of the plugin. */
export interface FeedOptions extends Pick<
  EvidenceOptions,
  'lockfile' | 'packages'
> {
  /** Absolute path of the checkout. */
  readonly root: string;
  /** The folders of the pages and of the examples, from there. */
  readonly docsDir: string;
  readonly examplesDir: string;
  readonly language: string;
  readonly text: MessageText;
  /** Lists the pages in the language that is built, from the content that all plugins have loaded. */
  readonly pages: (
    content: AllContent,
  ) => readonly (Omit<FeedPage, 'url'> & { readonly permalink: string })[];
  /** Lists the places that show recorded values, with paths from the root of the language. */
  readonly uses: () => Promise<
    readonly (Omit<EvidenceUse, 'url'> & { readonly to: string })[]
  >;
}

/** The feed, in the root of each language. */
const feedFile = 'feed.xml';

const mostEntries = 30;

/** Docusaurus plugin: writes an Atom feed of changed pages and of changed values that the tests of the examples recorded. */
export function changeFeed(options: FeedOptions) {
  const { root, docsDir, examplesDir, lockfile, language, text } = options;
  let pages: ReturnType<FeedOptions['pages']> = [];
  return ({
    siteConfig: { title, url: origin, baseUrl },
  }: {
    readonly siteConfig: {
      readonly title: string;
      readonly url: string;
      readonly baseUrl: string;
    };
  }): Plugin => {
    const site = origin + baseUrl;
    const feedTitle = text('feed.title', { site: title });
    return {
      name: 'change-feed',
      allContentLoaded: ({ allContent }) => {
        pages = options.pages(allContent);
      },
      injectHtmlTags: () => ({
        headTags: [
          {
            tagName: 'link',
            attributes: {
              rel: 'alternate',
              type: 'application/atom+xml',
              href: baseUrl + feedFile,
              title: feedTitle,
            },
          },
        ],
      }),
      postBuild: async ({ outDir }) => {
        const repository = openRepository(root, [
          `${docsDir}/*.mdx`,
          `${examplesDir}/*/evidence/*.json`,
          lockfile,
        ]);
        const commits = completeCommits(repository);
        const record = new RegExp(
          `^${escapeRegExp(examplesDir)}/([^/]+)/evidence/([^/]+)\\.json$`,
        );
        const uses = await options.uses();
        const entries = [
          ...pageEntries(commits, {
            pages: pages.map((page) => ({
              ...page,
              url: origin + page.permalink,
            })),
            isPage: (path) => path.startsWith(`${docsDir}/`),
            root: site,
            text,
          }),
          ...evidenceEntries(commits, {
            ...options,
            recordAt: (path) => record.exec(path)?.slice(1).join('/'),
            uses: uses.map((use) => ({
              ...use,
              url: origin + baseUrl.replace(/\/$/, '') + use.to,
            })),
            exampleUrl: (example) => `${site}examples/${example}`,
            textOf: textReader(repository, commits),
          }),
        ];
        const newest = entries
          .toSorted((a, b) => b.updated - a.updated)
          .slice(0, mostEntries);
        const head = {
          title: feedTitle,
          author: title,
          language,
          root: site,
          url: site + feedFile,
        };
        writeFileSync(join(outDir, feedFile), writeAtom(head, newest));
      },
    };
  };
}

/** Returns the commits whose changes are known: the first commit of a shallow clone seems to create every file. */
function completeCommits(repository: Repository | undefined) {
  if (repository === undefined) {
    console.warn(
      '[change-feed] This is not a git checkout: the feed has no entries.',
    );
    return [];
  }
  if (!repository.isShallow) return repository.commits;
  const known = repository.commits.filter(({ hasParent }) => hasParent);
  console.warn(
    `[change-feed] This is a shallow clone: the feed contains only ${known.length} commits. Fetch the others with: git fetch --unshallow`,
  );
  return known;
}

/** Reads all JSON files at once, when the first is needed. */
function textReader(
  repository: Repository | undefined,
  commits: Repository['commits'],
): (object: string) => string {
  let texts: ReadonlyMap<string, string> | undefined;
  return (object) => {
    texts ??= repository?.texts(
      commits
        .flatMap(({ changes }) => changes)
        .filter(({ path }) => path.endsWith('.json'))
        .flatMap(({ before, after }) => [before, after])
        .filter((name) => name !== undefined),
    );
    return texts?.get(object) ?? '';
  };
}
