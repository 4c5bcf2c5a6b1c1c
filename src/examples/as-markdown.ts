import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { type JsxElement, textAttributes } from '../core/page-index.ts';
import { archivePath, type FileUses, type RunCommand } from './index.ts';

/** The surroundings of a component. */
interface Context {
  /** Makes a path from the root of the site absolute, in the page's language. */
  readonly absoluteUrl: (path: string) => string;
  /** The content of the component, as Markdown. */
  readonly children: RootContent[];
}

type Writer = (element: JsxElement, context: Context) => RootContent[];

/**
 * Converts the components of an example's page to Markdown.
 *
 * @param noUses text for an example of which the guide shows no file
 * @returns a function for each component
 */
export function examplesAsMarkdown(
  noUses: string,
): Readonly<Record<string, Writer>> {
  return {
    ExampleRuns: runs,
    ExampleStart: (element, { absoluteUrl }) => {
      const clone = textAttributes(element).get('clone');
      return [
        bash(required(element, 'command'), 'npm'),
        ...(clone === undefined ? [] : [bash(clone, 'git')]),
        archiveLinks(element, absoluteUrl),
      ];
    },
    ExampleUses: (element, { absoluteUrl }) => {
      const files = parsed(element, 'groups') as FileUses[];
      return files.length > 0
        ? files.flatMap((file) => fileUses(file, absoluteUrl))
        : [paragraph([text(noUses)])];
    },
    ExampleEvidence: (element) => {
      const records = parsed(element, 'records') as {
        path: string;
        url?: string;
      }[];
      return [list(records.map(({ path, url }) => fileLink(path, url)))];
    },
    ExampleVersions: (element) => {
      const versions = parsed(element, 'versions') as [string, string][];
      return [
        list(
          versions.map(([name, version]) => [code(name), text(` ${version}`)]),
        ),
      ];
    },
    ExampleFiles: (_element, { children }) => joinedLists(children),
    ExampleFolder: (_element, { children }) => children,
    ExampleFile: (element) => {
      const { lang, text: value } = element.data?.shown ?? {};
      if (lang === undefined || value === undefined) {
        throw new Error(
          '<ExampleFile> has no code; run remarkExamples before the Markdown plugin.',
        );
      }
      const meta = `title="${required(element, 'path')}"`;
      return [{ type: 'code', lang, meta, value }];
    },
    ExampleLink: (element) => {
      const url = textAttributes(element).get('url');
      return [list([fileLink(required(element, 'path'), url)])];
    },
  };
}

function runs(element: JsxElement, { absoluteUrl }: Context): RootContent[] {
  return [archiveLinks(element, absoluteUrl), ...commandBlocks(element)];
}

function archiveLinks(
  element: JsxElement,
  absoluteUrl: Context['absoluteUrl'],
): RootContent {
  const example = required(element, 'example');
  const links = [
    ...(['zip', 'tar.gz'] as const).map((format) => ({
      name: `${example}.${format}`,
      path: `/${archivePath(example, format)}`,
    })),
    { name: 'StackBlitz', path: `/stackblitz/${example}.html` },
  ];
  return list(
    links.map(({ name, path }) => [link(absoluteUrl(path), [text(name)])]),
  );
}

function commandBlocks(element: JsxElement): RootContent[] {
  const commands = parsed(element, 'commands') as RunCommand[];
  return commands.map(({ manager, command }) => bash(command, manager));
}

function bash(value: string, title: string): RootContent {
  return { type: 'code', lang: 'bash', meta: `title="${title}"`, value };
}

function fileUses(
  { path, uses }: FileUses,
  absoluteUrl: Context['absoluteUrl'],
): RootContent[] {
  const links = uses.map(({ to, page, heading }) => [
    link(absoluteUrl(to), [
      text(heading === '' ? page : `${page}: `),
      ...inlineCode(heading),
    ]),
  ]);
  return [paragraph([code(path)]), list(links)];
}

/** Joins lists that follow each other. */
function joinedLists(blocks: readonly RootContent[]): RootContent[] {
  const joined: RootContent[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.type === 'list' && last?.type === 'list') {
      const children: ListItem[] = [...last.children, ...block.children];
      joined[joined.length - 1] = { ...last, children };
    } else joined.push(block);
  }
  return joined;
}

function list(items: readonly PhrasingContent[][]): RootContent {
  return {
    type: 'list',
    spread: false,
    children: items.map((children) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children }],
    })),
  };
}

/** Parses the inline code of a heading. */
function inlineCode(heading: string): PhrasingContent[] {
  return heading
    .split('`')
    .map((part, index) => (index % 2 === 1 ? code(part) : text(part)))
    .filter((node) => 'value' in node && node.value !== '');
}

function fileLink(path: string, url: string | undefined): PhrasingContent[] {
  return [url === undefined ? code(path) : link(url, [code(path)])];
}

function link(url: string, children: PhrasingContent[]): PhrasingContent {
  const content = children.filter((child) => child.type !== 'link');
  return { type: 'link', url, children: content };
}

function paragraph(children: PhrasingContent[]): RootContent {
  return { type: 'paragraph', children };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function code(value: string): PhrasingContent {
  return { type: 'inlineCode', value };
}

function parsed(element: JsxElement, name: string): unknown {
  return JSON.parse(required(element, name));
}

function required(element: JsxElement, name: string): string {
  const value = textAttributes(element).get(name);
  if (value !== undefined) return value;
  throw new Error(
    `<${element.name ?? ''}> has no "${name}"; run remarkExamples before the Markdown plugin.`,
  );
}
