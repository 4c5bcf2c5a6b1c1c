import type { Localized, Site } from './catalogues.ts';
import type { Entry } from './catalogue.ts';
import { frontMatterMessages } from './front-matter.ts';
import { messageKey } from './message.ts';
import type { Problem } from './problem.ts';
import { readingOrder } from './reading-order.ts';
import { refusals } from './refusals.ts';
import { linesOf } from './stale.ts';
import { formatDiff, wordDiff } from './word-diff.ts';

/** What a translator finds in the way of a reader, the worst first. */
const states = ['refused', 'stale', 'unconfirmed', 'missing'] as const;

/** One message that a translator has to look at. */
export interface Todo {
  /** Path of the catalogue. */
  file: string;
  /** Of its `msgstr`. */
  line: number;
  state: (typeof states)[number];
  english: string;
  /** What it said when it was translated, if it is stale. */
  before?: string;
  /** Why it is refused, if it is. */
  reason?: string;
}

/**
 * Lists what is to do in a language, in the order in which readers need it: first the interface, which is on every page; then of each
 * page its title, description and first text; then page by page the rest. Pages stand in the order of the sidebar. At one place
 * what is refused stands before what is stale, since both are a small repair; then what was imported and nobody has
 * confirmed, then what is missing.
 *
 * @param site - The site.
 * @param locale - The language.
 * @returns The messages.
 */
export function todoOf(
  { content, localized }: Pick<Site, 'content' | 'localized'>,
  locale: string,
): Todo[] {
  const ours = localized.filter((one) => one.locale === locale);
  const pages = ours.flatMap(({ source: { page } }) => page?.file ?? []);
  const order = readingOrder(content.sidebars, pages, content.docsDir);
  return ours
    .flatMap((one) => {
      const refused = new Map(
        refusals(one, content).map((problem) => [problem.line, problem]),
      );
      const lineOf = linesOf(one);
      const leads = leadsOf(one);
      const page = order.indexOf(one.source.file);
      return [...one.merged.byKey].flatMap(([key, entry]) => {
        const todo = todoFor(one, entry, lineOf(entry), refused);
        // The interface has no page: it stands before all of them.
        const tier = page === -1 ? 0 : leads.has(key) ? 1 : 2;
        return todo === undefined
          ? []
          : [{ todo, rank: [tier, page, states.indexOf(todo.state)] }];
      });
    })
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ todo }) => todo);
}

/** The messages that a page is found and judged by: its front matter and its first text. */
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
      : { ...at, state: 'stale', before: entry.previousId };
  // A refusal names the line of the catalogue as it is on disk; an entry that was carried over is in none.
  const problem = entry.line === 0 ? undefined : refused.get(entry.line);
  return problem && { ...at, state: 'refused', reason: problem.text };
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, at) => value !== b[at]);
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

/**
 * Writes what is to do, one message a line.
 *
 * @param todos - The messages.
 * @param style - `diff`: whether a stale message shows what has changed in it; `colour`: whether a terminal shows it.
 * @returns Lines of `file:line: state: English`, with the reason where a message is refused.
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
