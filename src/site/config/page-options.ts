import { statSync } from 'node:fs';
import { join } from 'node:path';
import { siteConfig } from '../../../site.config.ts';
import { measuredComponents } from '../measured/index.ts';
import { measuredLabels } from '../measured/labels.ts';
import { fillTemplate } from '../../core/text.ts';
import { readLockfile } from '../../evidence/record/version.ts';
import { exampleDownloads } from '../../examples/downloads.ts';
import { filePage } from '../../examples/files.ts';
import { launchMessages } from '../../examples/stackblitz.ts';
import { highlightCompact } from '../../highlighting/highlight.ts';
import { playgroundMessages, playgroundWords } from '../../playground/words.ts';
import { interfaceText } from '../../translation/index.ts';
import { listExamples, lockedPackages } from '../examples/catalogue.ts';
import { guideUses } from '../pages/guide-uses.ts';
import {
  exampleDependencies,
  examplePageSources,
  watchDependencies,
} from '../pages/page-dependencies.ts';
import {
  labels,
  languageTag,
  locale,
  settings,
  translation,
} from './context.ts';
import type { PipelineOptions } from './remark-pipeline.ts';

const { examplesDir, lockfile, root } = siteConfig;
const { url, baseUrl, repositoryUrl } = settings;
const examples = listExamples(root);
const versions = readLockfile(lockfile);
const launchText = interfaceText(translation, launchMessages);

/** Static downloads: each example as zip and tar.gz. */
export const downloads = join('.docusaurus', 'downloads', locale);

const fileUrl = (path: string) =>
  repositoryUrl && `${repositoryUrl}/blob/main/examples/${path}`;

/** Options of the plugins that render pages. */
export const pipelineOptions: PipelineOptions = {
  fill: {
    examplesDir,
    externalKeys: siteConfig.externalKeys,
    sourceUrl: (file, from, to) =>
      repositoryUrl && `${repositoryUrl}/blob/main/${file}#L${from}-L${to}`,
    filePage,
    fileUrl,
  },
  translate: translation,
  examples: {
    examplesDir,
    // Commands are the same in every language.
    siteUrl: url + baseUrl,
    sizeOf: (archive) => statSync(join(root, downloads, archive)).size,
    uses: () => guideUses(locale),
    versions: (name) =>
      examples
        .filter((example) => example.name === name)
        .flatMap((example) => lockedPackages(example, versions)),
    fileUrl,
    repositoryUrl,
    highlight: highlightCompact,
  },
  evidence: {
    ...{ examplesDir, lockfile, labels, locale },
    components: measuredComponents,
    componentLabels: measuredLabels,
  },
  playground: {
    root,
    examplesDir,
    locale,
    words: () =>
      playgroundWords(interfaceText(translation, playgroundMessages)),
    links: {
      silent: '/troubleshooting#silent',
      handshake: '/troubleshooting#handshake',
    },
  },
};

const fromExamples = exampleDependencies(examplesDir);

/** Plugins that add the sources of pages to the bundler's dependencies. */
export const dependencies = watchDependencies(
  join(root, siteConfig.docsDir),
  (page) => [
    ...fromExamples(page),
    ...examplePageSources(page, {
      ...siteConfig,
      locale,
      downloads: join(root, downloads),
    }),
  ],
);

/** Docusaurus plugin: writes the downloads of all examples. */
export const downloadsPlugin = exampleDownloads({
  examplesDir,
  examples,
  folder: join(root, downloads),
  messages: (example) => ({
    language: languageTag,
    title: fillTemplate(launchText('stackblitz.title'), { example }),
    button: launchText('stackblitz.button'),
    note: launchText('stackblitz.note'),
  }),
});
