import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AllContent, Plugin } from '@docusaurus/types';
import { atomOf } from './atom.ts';
import { openRepository, type Repository } from './git.ts';
import { type FeedPage, guideEntries } from './guide-entries.ts';
import {
  measuredEntries,
  type MeasuredOptions,
  type StatedAt,
} from './measured-entries.ts';
import type { Say } from './words.ts';

/** What the feed is made of. */
export interface FeedOptions extends Pick<
  MeasuredOptions,
  'lockfile' | 'packages'
> {
  /** Absolute path of the checkout. */
  readonly root: string;
  /** The folders of the pages and of the examples, from there. */
  readonly docsDir: string;
  readonly examplesDir: string;
  readonly language: string;
  readonly say: Say;
  /** The pages in the language that is built, from what all plugins have loaded. */
  readonly pages: (content: AllContent) => readonly (Pick<
    FeedPage,
    'source' | 'title'
  > & {
    /** Its path on the host. */
    readonly permalink: string;
  })[];
  /** Where the guide states what was recorded, with addresses from the root of the language. */
  readonly stated: () => Promise<
    readonly (Omit<StatedAt, 'url'> & { readonly to: string })[]
  >;
}

/** Where the feed is, below the root of a language. */
export const feedFile = 'feed.xml';

/** As many as a reader may have missed. */
const most = 30;

/**
 * Docusaurus plugin: an Atom feed of what has changed in the pages, and in what the tests of the examples recorded.
 *
 * @param options what the feed is made of
 */
export function changeFeed(options: FeedOptions) {
  const { root, docsDir, examplesDir, lockfile, language, say } = options;
  let pages: ReturnType<FeedOptions['pages']> = [];
  return ({
    siteConfig,
  }: {
    readonly siteConfig: {
      readonly title: string;
      readonly url: string;
      readonly baseUrl: string;
    };
  }): Plugin => {
    const { title, url: origin, baseUrl } = siteConfig;
    const site = origin + baseUrl;
    const feedTitle = say('feed.title', { site: title });
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
        const commits = knownCommits(repository);
        const stated = (await options.stated()).map(({ to, ...place }) => ({
          ...place,
          url: origin + baseUrl.replace(/\/$/, '') + to,
        }));
        const record = new RegExp(
          `^${examplesDir}/([^/]+)/evidence/([^/]+)\\.json$`,
        );
        const entries = [
          ...guideEntries(commits, {
            pages: pages.map(({ source, title: name, permalink }) => ({
              source,
              title: name,
              url: origin + permalink,
            })),
            isPage: (path) => path.startsWith(`${docsDir}/`),
            root: site,
            say,
          }),
          ...measuredEntries(commits, {
            ...options,
            recordAt: (path) => {
              const [, example, name] = record.exec(path) ?? [];
              return example && name ? `${example}/${name}` : undefined;
            },
            stated,
            exampleUrl: (example) => `${site}examples/${example}`,
            textOf: textsOf(repository, commits),
          }),
        ];
        const newest = entries
          .toSorted((a, b) => b.updated - a.updated)
          .slice(0, most);
        const head = {
          title: feedTitle,
          author: title,
          language,
          root: site,
          url: site + feedFile,
        };
        writeFileSync(join(outDir, feedFile), atomOf(head, newest));
      },
    };
  };
}

/** A shallow clone begins with a commit that seems to have made every file: it tells nothing. */
function knownCommits(repository: Repository | undefined) {
  if (repository === undefined) {
    console.warn(
      '[change-feed] This is no checkout of git: the feed has no entries.',
    );
    return [];
  }
  if (!repository.isShallow) return repository.commits;
  const known = repository.commits.filter(({ hasParent }) => hasParent);
  console.warn(
    `[change-feed] This is a shallow clone: the feed knows only ${known.length} commits that changed something. Fetch the others with: git fetch --unshallow`,
  );
  return known;
}

/** All texts at once, when the first is asked for. */
function textsOf(
  repository: Repository | undefined,
  commits: Repository['commits'],
): (object: string) => string {
  let texts: ReadonlyMap<string, string> | undefined;
  return (object) => {
    texts ??= repository?.texts(
      commits.flatMap(({ changes }) =>
        changes
          .filter(({ path }) => path.endsWith('.json'))
          .flatMap(({ before, after }) =>
            [before, after].filter((one) => one !== undefined),
          ),
      ),
    );
    return texts?.get(object) ?? '';
  };
}
