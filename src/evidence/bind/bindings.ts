import { posix } from 'node:path';
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { type IndexedDefinition, indexPage } from '../../core/page-index.ts';
import type { ParsedPage } from '../../core/page.ts';
import type { Problem } from '../../core/problem.ts';
import { isValue, valueReference } from '../../core/value-reference.ts';
import { nearestNames, quoted } from '../../core/nearest.ts';
import type { EvidenceStore } from '../record/store.ts';

/** What a name of a page stands for. */
export interface Binding {
  /** `<example>/<file>#<path>` of a recorded value, or the name of a package for its version. */
  readonly of: string;
  readonly kind: 'record' | 'version';
  /** The value that bound words were written for, or how a value is shown. */
  readonly title: string | undefined;
}

/**
 * Reads what a definition names.
 *
 * @param definition of a page
 * @returns what it stands for; undefined if it names neither a value nor a package
 */
export function bindingOf({
  url,
  title,
}: Pick<IndexedDefinition, 'url' | 'title'>): Binding | undefined {
  const [, example, file, path] =
    /(?:^|\/)([^/#]+)\/evidence\/([^/#]+)\.json#(.+)$/.exec(url) ?? [];
  if (path !== undefined) {
    return { of: `${example}/${file}#${path}`, kind: 'record', title };
  }
  const [, name] = /(?:^|\/)package-lock\.json#(.+)$/.exec(url) ?? [];
  return name === undefined ? undefined : { of: name, kind: 'version', title };
}

/** What the names of a page stand for. */
export type Bindings = ReadonlyMap<string, Binding>;

/**
 * Collects what the names of a page stand for.
 *
 * @param tree a page, or a part of it with its definitions
 */
export function bindingsOf(tree: Root): Bindings {
  return new Map(
    indexPage(tree).definitions.flatMap((definition) => {
      const binding = bindingOf(definition);
      return binding ? [[definition.name, binding] as const] : [];
    }),
  );
}

/**
 * Finds references without a definition, and definitions that are wrong, unused or given twice.
 *
 * @param page as it was parsed
 * @param evidence what was recorded
 */
export function bindingProblems(
  { file, tree }: ParsedPage,
  evidence: EvidenceStore,
): Problem[] {
  const { values, definitions } = indexPage(tree);
  const names = definitions.map(({ name }) => name);
  const used = new Set(values.map(({ name }) => name));
  const problems: Problem[] = [];
  const seen = new Map<string, IndexedDefinition>();
  for (const definition of definitions) {
    const { name, url, title, line } = definition;
    const own = `=${name}`;
    const target = JSON.stringify([url, title]);
    const twin = seen.get(own) ?? seen.get(target);
    const message = twin
      ? `${written(name)} ${twin.name === name ? 'is already defined' : `is the same as ${written(twin.name)}`}, in line ${String(twin.line)}. Delete one of the two${twin.name === name ? ', or give it another name' : ''}.`
      : (targetProblem(definition, file, evidence) ??
        (used.has(name)
          ? undefined
          : `nothing on this page uses ${written(name)}. Delete its definition.`));
    if (message !== undefined) problems.push({ file, line, message });
    seen.set(own, definition);
    seen.set(target, definition);
  }
  visit(tree, (node) => {
    const line = node.position?.start.line ?? 1;
    if (node.type === 'text') {
      for (const { 0: reference, index } of node.value.matchAll(
        valueReference,
      )) {
        const before = node.value.slice(0, index);
        const like = nearestNames(reference.slice(2, -1), names).map(written);
        problems.push({
          file,
          line: line + before.split('\n').length - 1,
          message: `nothing defines ${reference}; ${like.length > 0 ? `the nearest are ${like.join(', ')}` : 'this page has no definitions'}. Name one of these, or define it at the end of the page: ${reference}: …/<example>/evidence/<file>.json#<key>.<key>`,
        });
      }
    } else if (holdsValueInLink(node)) {
      problems.push({
        file,
        line,
        message:
          'a value stands in the words of a link or in bound words, where Markdown allows no reference. Put it before or behind them.',
      });
    }
  });
  return problems;
}

function written(name: string): string {
  return `[=${name}]`;
}

/** Why a definition leads nowhere. */
function targetProblem(
  definition: IndexedDefinition,
  file: string,
  evidence: EvidenceStore,
): string | undefined {
  const { name, url } = definition;
  if (!/^[a-z\d]+(?:-[a-z\d]+)*$/.test(name)) {
    return `${written(name)} is not in kebab case. Write a name such as [=chat-url].`;
  }
  const [path = ''] = url.split('#');
  const binding = bindingOf(definition);
  const target = posix.join(posix.dirname(file), path);
  const files = filesOf(evidence);
  if (binding && isRecorded(binding, evidence) && files.includes(target)) {
    return undefined;
  }
  const like = files.map((one) => posix.relative(posix.dirname(file), one));
  return `${written(name)} leads to "${url}", where no value is recorded; the nearest files are ${quoted(nearestNames(path, like))}. Name one of these, then # and the keys of the value or the name of a package.`;
}

/** Whether the file that a name stands for exists. */
export function isRecorded(
  { of, kind }: Binding,
  evidence: EvidenceStore,
): boolean {
  return kind === 'version' || evidence.names.includes(of.split('#')[0] ?? '');
}

function filesOf({ names, folder }: EvidenceStore): string[] {
  return [
    ...names.map((name) => `${folder}/${name.replace('/', '/evidence/')}.json`),
    'package-lock.json',
  ];
}

/** Markdown takes the outer brackets for text. */
function holdsValueInLink(node: Nodes): boolean {
  if (!('children' in node) || !node.children.some((child) => isValue(child))) {
    return false;
  }
  const text = node.children
    .map((child) =>
      isValue(child) ? '\0' : child.type === 'text' ? child.value : '',
    )
    .join('');
  return /\[[^[\]]*\0[^[\]]*\](?:\(|\0)/.test(text);
}
