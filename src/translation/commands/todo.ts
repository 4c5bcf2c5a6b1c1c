import type { Localized, Site } from '../catalogue/site.ts';
import { type Entry, messageKey } from '../catalogue/catalogue.ts';
import { frontMatterMessages } from '../page/front-matter.ts';
import type { Problem } from '../problem.ts';
import { readingOrder } from '../page/pages.ts';
import { refusals } from '../commands/refusals.ts';
import { linesOf } from './outdated.ts';
import { formatDiff, wordDiff } from './word-diff.ts';

/** States of unfinished messages, most severe first. */
const states = ['refused', 'outdated', 'unconfirmed', 'missing'] as const;

/** An unfinished message. */
export interface Todo {
  /** Path of the catalogue. */
  file: string;
  /** Line of `msgstr`. */
  line: number;
  state: (typeof states)[number];
  english: string;
  /** English text that was translated, of an outdated message. */
  before?: string;
  /** Why the translation was refused. */
  reason?: string;
}

/**
 * Lists the unfinished messages of a language by visibility: first the interface; then title, description and first text of each
 * page; then the other messages page by page in sidebar order. Within a page, they are sorted by state.
 */
export function todoOf(
  { content, localized }: Pick<Site, 'content' | 'localized'>,
  locale: string,
): Todo[] {
  const ofLocale = localized.filter((one) => one.locale === locale);
  const pages = ofLocale.flatMap(({ source: { page } }) => page?.file ?? []);
  const order = readingOrder(content.sidebars, pages, content.docsDir);
  return ofLocale
    .flatMap((one) => {
      const refused = new Map(
        refusals(one, content).map((problem) => [problem.line, problem]),
      );
      const lineOf = linesOf(one);
      const leads = leadsOf(one);
      const page = order.indexOf(one.source.file);
      return [...one.merged.byKey].flatMap(([key, entry]) => {
        const todo = todoFor(one, entry, lineOf(entry), refused);
        // The interface has no page and comes first.
        const tier = page === -1 ? 0 : leads.has(key) ? 1 : 2;
        return todo === undefined
          ? []
          : [{ todo, rank: [tier, page, states.indexOf(todo.state)] }];
      });
    })
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ todo }) => todo);
}

/** Returns the keys of a page's front matter and its first text. */
function leadsOf({ source: { page, messages } }: Localized): Set<string> {
  const keys = messages.map(({ context, id }) => messageKey(context, id));
  const head = new Set(
    frontMatterMessages(page?.frontMatter ?? {}).map(({ context, id }) =>
      messageKey(context, id),
    ),
  );
  const first = keys.find((key) => !head.has(key));
  return new Set([...head, ...(first === undefined ? [] : [first])]);
}

function todoFor(
  { merged: { file } }: Localized,
  entry: Entry,
  line: number,
  refused: ReadonlyMap<number, Problem>,
): Todo | undefined {
  const at = { file, line, english: entry.id };
  if (entry.text === '') return { ...at, state: 'missing' };
  if (entry.fuzzy)
    return entry.previousId === undefined
      ? { ...at, state: 'unconfirmed' }
      : { ...at, state: 'outdated', before: entry.previousId };
  // Refusals have line numbers on disk; a carried-over entry has none.
  const problem = entry.line === 0 ? undefined : refused.get(entry.line);
  return problem && { ...at, state: 'refused', reason: problem.message };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

/**
 * Formats unfinished messages as lines of `file:line: state: English`, with the reason of a refusal.
 *
 * @param style `diff`: whether to show the changes of outdated messages
 */
export function printTodo(
  todos: readonly Todo[],
  { diff, colour }: { diff: boolean; colour: boolean },
): string[] {
  return todos.map(({ file, line, state, english, before, reason }) => {
    const text =
      diff && before !== undefined
        ? formatDiff(wordDiff(before, english), colour)
        : english.replaceAll('\n', '\\n');
    return `${file}:${line}: ${state}: ${reason === undefined ? text : `${reason} ${text}`}`;
  });
}
