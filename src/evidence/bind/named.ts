import type { Root } from 'mdast';
import { indexPage, type PageIndex } from '../../core/page-index.ts';
import { bindingOf } from './bindings.ts';

/**
 * The evidence that a page names, in definitions, fences and components.
 *
 * @param tree the page as it was parsed
 * @returns `<example>/<file>` for each
 */
export function evidenceNamedIn(tree: Root): string[] {
  const page = indexPage(tree);
  const { fences, elements } = page;
  return [
    ...recordsDefinedIn(page),
    ...fences.flatMap(({ values }) => [
      values.get('frames'),
      values.get('output'),
    ]),
    ...elements.map(({ texts }) => texts.get('of')),
  ].flatMap((reference) => reference?.split('#')[0] ?? []);
}

function recordsDefinedIn({ definitions }: PageIndex): string[] {
  return definitions.flatMap((definition) => {
    const binding = bindingOf(definition);
    return binding?.kind === 'record' ? [binding.of] : [];
  });
}

/**
 * The files of the examples that the values of a page come from.
 *
 * @param page its index
 * @param names the names of all evidence, such as `chat/talk`
 * @param components the names of the components that draw what was recorded; `of="chat"` draws all of an example
 * @returns paths from `examples/`, whether they exist or not; a folder ends with a slash
 */
export function evidenceDependencies(
  page: PageIndex,
  names: readonly string[],
  components: readonly string[] = [],
): string[] {
  const { fences, elements } = page;
  return [
    // A version comes from the lockfile.
    ...recordsDefinedIn(page).flatMap(recordOf),
    ...fences.flatMap(({ values }) => [
      ...recordOf(values.get('frames')),
      ...recordOf(values.get('output')),
    ]),
    ...elements.flatMap(({ name = '', texts }) => {
      if (name !== 'KnownBug' && !components.includes(name)) return [];
      const of = texts.get('of');
      if (of !== undefined && !of.includes('/')) {
        const own = names.filter((one) => one.startsWith(`${of}/`));
        return [`${of}/evidence/`, ...own.flatMap(recordOf)];
      }
      const [workaround = ''] = texts.get('workaround')?.split('#') ?? [];
      return [
        ...recordOf(of),
        ...(workaround === '' ? [] : [workaround.replace(/^examples\//, '')]),
      ];
    }),
  ];
}

/** `chat/talk#frames.0` is a value of `chat/evidence/talk.json`. */
function recordOf(reference: string | undefined): string[] {
  const [, example, file] =
    /^([^/#]+)\/([^/#]+)(?:#|$)/.exec(reference ?? '') ?? [];
  return file === undefined ? [] : [`${example}/evidence/${file}.json`];
}
