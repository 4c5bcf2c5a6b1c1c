import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import type { Nodes, Root } from 'mdast';

import {
  type Message,
  newCatalogue,
  newEntry,
} from '../../src/translation/catalogue/catalogue.ts';
import { printPo, readPo } from '../../src/translation/catalogue/po.ts';
import type { Format } from '../../src/translation/page/markdown-syntax.ts';
import {
  pageMessages,
  parsePage,
} from '../../src/translation/page/read-page.ts';
import { translateTree } from '../../src/translation/page/translate-tree.ts';
import { characterRules } from '../../src/translation/style/character-rules.ts';

const characters = characterRules({ locale: 'en', defaultLocale: 'en' });

interface Counts {
  pages: number;
  messages: number;
  readonly outcomes: Map<string, string[]>;
  readonly crashes: string[];
}

/** Larger files are generated. */
const maxBytes = 200_000;

/**
 * Extracts messages from the Markdown of installed packages, translates them with a PO file of marked texts, and compares the
 * trees. It covers syntax that generated pages lack.
 *
 * @param pages maximum number of files
 * @returns the number of crashes
 */
export async function benchCorpus(
  pages: number,
  print: (line: string) => void,
): Promise<number> {
  const counts: Counts = {
    pages: 0,
    messages: 0,
    outcomes: new Map(),
    crashes: [],
  };
  for (const file of markdownFiles('node_modules', pages)) {
    counts.pages += 1;
    const outcome = await outcomeOf(file, counts);
    counts.outcomes.set(outcome, [
      ...(counts.outcomes.get(outcome) ?? []),
      file,
    ]);
    if (counts.pages % 200 === 0) print(`${counts.pages} pages …`);
  }
  print(`${counts.pages} pages, ${counts.messages} messages`);
  const kinds = [...counts.outcomes].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  for (const [kind, files] of kinds) {
    const example = kind === 'clean' ? '' : `, for example ${files[0] ?? ''}`;
    print(`${String(files.length).padStart(6)} ${kind}${example}`);
  }
  for (const crash of counts.crashes) print(crash);
  return counts.crashes.length;
}

/** Lists README files and documentation, without duplicates, in a fixed order. */
function markdownFiles(folder: string, maximum: number): string[] {
  const seen = new Set<string>();
  // A build may change the cache while it is read.
  const packages = readdirSync(folder).filter((name) => name !== '.cache');
  return packages
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isDirectory())
    .flatMap((path) =>
      readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.mdx?$/i.test(name))
        .map((name) => join(path, name)),
    )
    .filter((name) => !/(?:change|history|license|security)/i.test(name))
    .sort()
    .filter((file) => {
      const stat = statSync(file, { throwIfNoEntry: false });
      if (!stat?.isFile() || stat.size > maxBytes) return false;
      const text = readFileSync(file, 'utf8');
      if (seen.has(text) || text.trim() === '') return false;
      seen.add(text);
      return true;
    })
    .slice(0, maximum);
}

async function outcomeOf(file: string, counts: Counts): Promise<string> {
  const source = readFileSync(file, 'utf8');
  try {
    const { format, tree } = await parsed(file, source);
    const messages = pageMessages(tree, source, {});
    counts.messages += messages.length;
    const { problems, entries } = readPo(poOf(messages), 'page.po');
    const [broken] = problems;
    if (broken) return `${format}: invalid PO file: ${kindOf(broken.message)}`;
    const english = await treeOf(file, source, format);
    const translated = await treeOf(file, source, format);
    const [rejected] = translateTree(translated, source, {
      catalogue: newCatalogue('page.po', newEntry(''), [...entries]),
      sourceLanguage: 'en',
      characters,
    });
    if (rejected) return `${format}: rejected: ${kindOf(rejected.message)}`;
    const difference = firstDifference(outline(english), outline(translated));
    return difference === undefined
      ? 'clean'
      : `${format}: differs at ${difference}`;
  } catch (error) {
    const reason =
      error instanceof Error ? (error.stack ?? error.message) : String(error);
    counts.crashes.push(`${file}: ${reason}`);
    return 'crash';
  }
}

/** Parses a page as MDX, or as plain Markdown if it isn't valid MDX. */
async function parsed(
  file: string,
  source: string,
): Promise<{ format: Format; tree: Root }> {
  try {
    return { format: 'mdx', tree: await treeOf(file, source, 'mdx') };
  } catch {
    return { format: 'md', tree: await treeOf(file, source, 'md') };
  }
}

function treeOf(file: string, source: string, format: Format): Promise<Root> {
  return parsePage(file, source, [], { format, comments: true });
}

function poOf(messages: readonly Message[]): string {
  const entries = messages.map(({ id, context }) => ({
    ...newEntry(id, context),
    text: context === 'code' ? id.replaceAll(/^.*$/gm, '⟦ $& ⟧') : `⟦ ${id} ⟧`,
  }));
  return printPo(newCatalogue('page.po', newEntry(''), entries));
}

/** Shortens a problem to its kind, without quotations. */
function kindOf(problem: string): string {
  return problem.replaceAll(/"[^"]*"|`[^`]*`|; there is .*/g, '…').slice(0, 90);
}

/** Lists the nodes of a tree, with joined texts and without positions and marks. */
function outline(node: Nodes, depth = 0): string[] {
  const children = 'children' in node ? node.children : [];
  const json = JSON.stringify(node, (key, value: unknown) =>
    ['position', 'data', 'children'].includes(key) ? undefined : value,
  );
  const lines = [`${depth} ${unmarked(json)}`];
  let text = '';
  const endText = () => {
    if (unmarked(text) !== '') lines.push(`${depth} text ${unmarked(text)}`);
    text = '';
  };
  for (const child of children) {
    if (child.type === 'text') text += child.value;
    else {
      endText();
      lines.push(...outline(child, depth + 1));
    }
  }
  endText();
  return lines;
}

function unmarked(text: string): string {
  return text
    .replaceAll(/⟦ ?| ?⟧/g, '')
    .replaceAll(/(?:\s|\\n)+/g, ' ')
    .trim();
}

/** Returns the type of the first different node. */
function firstDifference(one: string[], other: string[]): string | undefined {
  const length = Math.max(one.length, other.length);
  for (let at = 0; at < length; at += 1) {
    const line = one[at] ?? other[at] ?? '';
    if (one[at] !== other[at]) {
      return /"type":"(\w+)"/.exec(line)?.[1] ?? 'text';
    }
  }
  return undefined;
}
