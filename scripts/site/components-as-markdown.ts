import { finderAsMarkdown } from '../../src/components/url-finder/as-markdown.ts';
import { finderMessages } from '../../src/components/url-finder/messages.ts';
import type { FinderData } from '../../src/evidence/layouts-finder.ts';
import {
  fileAsMarkdown,
  filesAsMarkdown,
  joinedLists,
  runsAsMarkdown,
  usesAsMarkdown,
  versionsAsMarkdown,
} from '../../src/examples/as-markdown.ts';
import type { RunCommand } from '../../src/examples/commands.ts';
import type { FileUses } from '../../src/examples/index.ts';
import {
  attributeOf,
  type ComponentWriter,
  type JsxElement,
} from '../../src/markdown-twins/plain.ts';
import { playgroundAsMarkdown } from '../../src/playground/site/as-markdown.ts';

/** What components say in Markdown, in English, by the ids under which they say it on the page. */
export const componentMessages = {
  ...finderMessages,
  'example.uses.none':
    'The guide shows none of its files; it quotes what its tests recorded.',
} as const;

/**
 * What each component of the guide is for who reads a page as Markdown.
 *
 * @param say the words of the page's language
 */
export function componentsAsMarkdown(
  say: (id: keyof typeof componentMessages) => string,
): Readonly<Record<string, ComponentWriter>> {
  return {
    MeasuredUrlFinder: (element) =>
      finderAsMarkdown(parsed(element, 'measured') as FinderData, say),
    ClosedPlayground: (element, { here }) =>
      playgroundAsMarkdown(required(element, 'open'), here),
    ExampleRuns: (element, { addressOf }) =>
      runsAsMarkdown(
        required(element, 'example'),
        parsed(element, 'commands') as RunCommand[],
        addressOf,
      ),
    ExampleUses: (element, { addressOf }) => {
      const files = parsed(element, 'groups') as FileUses[];
      return files.length > 0
        ? usesAsMarkdown(files, addressOf)
        : [paragraph(say('example.uses.none'))];
    },
    ExampleEvidence: (element) =>
      filesAsMarkdown(
        parsed(element, 'records') as { path: string; url?: string }[],
      ),
    ExampleVersions: (element) =>
      versionsAsMarkdown(parsed(element, 'versions') as [string, string][]),
    ExampleFiles: (_element, { children }) => joinedLists(children),
    ExampleFolder: (_element, { children }) => children,
    ExampleFile: (element) => {
      const shown = element.data?.shown;
      if (shown === undefined) throw new Error('A file without its code.');
      return fileAsMarkdown(required(element, 'path'), shown);
    },
    ExampleLink: (element) =>
      filesAsMarkdown([
        { path: required(element, 'path'), url: attributeOf(element, 'url') },
      ]),
  };
}

function paragraph(value: string) {
  return {
    type: 'paragraph' as const,
    children: [{ type: 'text' as const, value }],
  };
}

/** What a plugin of this site has written as JSON. */
function parsed(element: JsxElement, name: string): unknown {
  return JSON.parse(required(element, name));
}

function required(element: JsxElement, name: string): string {
  const value = attributeOf(element, name);
  if (value !== undefined) return value;
  throw new Error(
    `<${element.name ?? ''}> has no "${name}", which its plugin writes.`,
  );
}
