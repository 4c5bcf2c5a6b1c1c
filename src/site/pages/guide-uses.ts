import { statSync } from 'node:fs';
import { join } from 'node:path';
import { siteConfig } from '../../../site.config.ts';
import { type Bindings, bindingsOf } from '../../evidence/bind/bindings.ts';
import { factOf } from '../../evidence/record/fact.ts';
import { openEvidence } from '../../evidence/record/store.ts';
import type { GuideUse } from '../../examples/index.ts';
import { catalogueOf } from '../../translation/catalogue/catalogue-files.ts';
import type { Message } from '../../translation/catalogue/catalogue.ts';
import { readCatalogue } from '../../translation/catalogue/catalogue-files.ts';
import { pageFiles } from '../../translation/page/pages.ts';
import { shownText } from '../../translation/page/shown-text.ts';
import { unitsOf } from '../../translation/page/units.ts';
import { characterRules } from '../../translation/style/character-rules.ts';
import { pagePath } from './page-path.ts';
import { headingsOf, readCoverage, readPages, type SitePage } from './pages.ts';

/** A use with English messages. */
interface EnglishUse {
  readonly path: string;
  readonly to: string;
  /** Path of the page from the root of the repository. */
  readonly file: string;
  readonly title: Pick<Message, 'id' | 'context'>;
  readonly heading: Pick<Message, 'id'>;
  readonly bindings: Bindings;
}

/** Where the guide uses files and recorded values. */
interface EnglishUses {
  readonly files: readonly EnglishUse[];
  readonly values: readonly EnglishUse[];
}

let cached: { stamp: string; uses: Promise<EnglishUses> } | undefined;

/**
 * Lists where the guide shows files of the examples.
 *
 * @param locale language of titles and headings; English if they aren't translated
 */
export async function guideUses(locale: string): Promise<GuideUse[]> {
  const { files } = await readUses();
  return files.map((use) => translatedUse(use, locale));
}

/**
 * Lists where the guide shows recorded values. Their `path` is `websocket-chat/chat#talk.frames`, or `websocket-chat/chat` for a
 * whole record.
 *
 * @param locale language of titles and headings; English if they aren't translated
 */
export async function evidenceUses(locale: string): Promise<GuideUse[]> {
  const { values } = await readUses();
  return values.map((use) => translatedUse(use, locale));
}

function readUses(): Promise<EnglishUses> {
  // The pages of all examples need the uses, which only change with a page.
  const stamp = pageFiles(siteConfig.root, siteConfig.docsDir)
    .map((file) => `${file} ${statSync(join(siteConfig.root, file)).mtimeMs}`)
    .join('\n');
  if (cached?.stamp !== stamp) cached = { stamp, uses: englishUses() };
  return cached.uses;
}

function translatedUse(
  { path, to, file, title, heading, bindings }: EnglishUse,
  locale: string,
): GuideUse {
  return {
    path,
    to,
    page: translated(title, file, locale),
    heading: withValues(translated(heading, file, locale), bindings),
  };
}

function translated(
  message: Pick<Message, 'id' | 'context'>,
  file: string,
  locale: string,
): string {
  const catalogue =
    locale === siteConfig.defaultLocale
      ? undefined
      : catalogueOf(siteConfig, locale, file);
  return catalogue === undefined
    ? message.id
    : shownText(
        readCatalogue(siteConfig.root, catalogue),
        message,
        characterRules({ ...siteConfig, locale }),
      );
}

/** Replaces references to recorded values in a heading. */
function withValues(heading: string, bindings: Bindings): string {
  return heading.replaceAll(/\[=([^\]]+)\]/g, (all, name: string) => {
    const binding = bindings.get(name);
    return binding?.kind === 'record'
      ? `\`${String(factOf(openEvidence(siteConfig.examplesDir), binding.of))}\``
      : all;
  });
}

async function englishUses(): Promise<EnglishUses> {
  const pages = await readPages();
  const shown = readCoverage(pages).uses;
  const uses = pages.map((page) => {
    const useOf = useIn(page);
    return {
      files: shown.filter(({ file }) => file === page.file).map(useOf),
      values: recordsIn(page).map(useOf),
    };
  });
  return {
    files: uses.flatMap(({ files }) => files),
    values: uses.flatMap(({ values }) => values),
  };
}

/** Returns a function that finds the heading above a line. */
function useIn(page: SitePage) {
  const { file, tree, source, frontMatter } = page;
  const bindings = bindingsOf(tree);
  const headings = headingsOf(page);
  const messages = unitsOf(tree, source).flatMap((unit) =>
    unit.kind === 'code' ? [] : [unit.message],
  );
  const url = pagePath(siteConfig.docsDir, file, frontMatter['slug']);
  return ({ path, line }: Reference): EnglishUse => {
    const last = headings.filter((heading) => heading.line < line).at(-1);
    const message = messages.find(
      (one) => one.line === last?.line && one.comment.startsWith('heading'),
    );
    return {
      path,
      to: last ? `${url}#${last.id}` : url,
      file,
      title: { id: String(frontMatter['title']), context: 'title' },
      heading: { id: message?.id ?? last?.text ?? '' },
      bindings,
    };
  };
}

/** A reference to a file or a recorded value. */
interface Reference {
  readonly path: string;
  readonly line: number;
}

/** Lists the records and recorded values that a page shows. */
export function recordsIn({
  tree,
  index: { fences, elements, values },
}: Pick<SitePage, 'tree' | 'index'>): Reference[] {
  const bindings = bindingsOf(tree);
  return [
    ...fences.flatMap(({ values, line }) =>
      ['frames', 'output'].map((key) => ({ path: values.get(key), line })),
    ),
    ...values.map(({ name, line }) => ({ path: bindings.get(name)?.of, line })),
    ...elements.map(({ texts, line }) => ({ path: texts.get('of'), line })),
  ].flatMap(({ path, line }) =>
    path !== undefined && /^[^/]+\/[^#/]+(?:#.+)?$/.test(path)
      ? [{ path, line }]
      : [],
  );
}
