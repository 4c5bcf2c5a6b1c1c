import type { Root } from 'mdast';
import { indexPage } from '../../core/page-index.ts';
import { scalarsOf } from '../record/fact.ts';
import { evidenceNamedIn } from '../bind/named.ts';
import { nearestNames, quoted } from '../../core/nearest.ts';
import { EvidenceError, type LineProblem } from '../problem.ts';
import { spansOf } from './spans.ts';
import type { EvidenceStore } from '../record/store.ts';

/** Tells in which examples a path lies. */
export type Owners = (path: string) => readonly string[];

/**
 * Prepares the search for the examples of a path.
 *
 * @param evidence what was measured; a layout names files that exist only while it runs
 * @param files paths from `examples/`
 * @returns the examples that have a file or a folder at a path, in their own folder or in a record
 */
export function ownersOf(
  evidence: EvidenceStore,
  files: readonly string[],
): Owners {
  const own = new Map<string, string[]>();
  const add = (example: string, path: string) => {
    own.set(example, [...(own.get(example) ?? []), `/${path}/`]);
  };
  for (const file of files) {
    const [example = '', ...path] = file.split('/');
    add(example, path.join('/'));
  }
  for (const name of evidence.names) {
    for (const { value } of recorded(evidence, name)) {
      if (/^src\/\S+$/.test(String(value))) {
        add(name.split('/')[0] ?? '', String(value));
      }
    }
  }
  return (path) =>
    [...own]
      .filter(([, paths]) =>
        paths.some((one) => one.includes(`/${path.replace(/\/$/, '')}/`)),
      )
      .map(([example]) => example);
}

function recorded(evidence: EvidenceStore, name: string) {
  try {
    return scalarsOf(evidence.file(name).json);
  } catch (error) {
    // The check names a broken file by itself.
    if (error instanceof EvidenceError) return [];
    throw error;
  }
}

/**
 * Finds the paths in code spans that are real, but not in an app of the page: the right file in the folder of another
 * layout is the mistake that costs a reader most.
 *
 * @param tree the page as it was parsed
 * @param owners the examples of each path
 * @param files paths from `examples/`, for what there is instead
 * @returns the problems; none for a page that takes nothing from an example
 */
export function foreignPathProblems(
  tree: Root,
  owners: Owners,
  files: readonly string[],
): LineProblem[] {
  const shown = examplesOf(tree, files);
  if (shown.size === 0) return [];
  return spansOf(tree).flatMap(({ kind, value, line }) => {
    if (kind !== 'code' || !/^src\/\S+$/.test(value)) return [];
    const own = owners(value);
    const [foreign] = own;
    if (foreign === undefined || own.some((one) => shown.has(one))) return [];
    const inside = files.flatMap((file) => {
      const [example = '', ...path] = file.split('/');
      return shown.has(example) ? [path.join('/')] : [];
    });
    return [
      {
        line,
        message: `\`${value}\` is of ${foreign}, from which this page shows nothing; the nearest in ${[...shown].sort().join(' and ')} are ${quoted(nearestNames(value, inside))}. Name one of these, or write ~~[=name]~~ for a counter-example.`,
      },
    ];
  });
}

/** The examples from which a page takes code or values. */
function examplesOf(tree: Root, files: readonly string[]): Set<string> {
  const examples = new Set(files.map((file) => file.split('/')[0] ?? ''));
  const shown = indexPage(tree).fences.flatMap(
    ({ values }) => values.get('file') ?? [],
  );
  const named = [...evidenceNamedIn(tree), ...shown];
  return new Set(
    named
      .map((name) => name.split('/')[0] ?? name)
      .filter((name) => examples.has(name)),
  );
}
