import { type JsxElement, textAttributes } from '../../core/page-index.ts';
import type { FinderData } from '../measured/layouts-finder.ts';
import { examplesAsMarkdown } from '../../examples/as-markdown.ts';
import type { ComponentWriter } from '../../markdown/page.ts';
import { playgroundAsMarkdown } from '../../playground/build/playground-node.ts';
import {
  finderAsMarkdown,
  finderMessages,
} from '../components/url-finder/as-markdown.ts';

/** English texts of components in Markdown, by the ids of their texts on the page. */
export const componentMessages = {
  ...finderMessages,
  'example.uses.none':
    'The guide shows none of its files; it quotes what its tests recorded.',
} as const;

/**
 * Converts the components of the guide to Markdown.
 *
 * @param text returns a message in the page's language
 */
export function componentsAsMarkdown(
  text: (id: keyof typeof componentMessages) => string,
): Readonly<Record<string, ComponentWriter>> {
  return {
    MeasuredUrlFinder: (element) =>
      finderAsMarkdown(
        JSON.parse(required(element, 'measured')) as FinderData,
        text,
      ),
    ClosedPlayground: (element, { headingUrl: here }) =>
      playgroundAsMarkdown(required(element, 'open'), here),
    ...examplesAsMarkdown(text('example.uses.none')),
  };
}

function required(element: JsxElement, name: string): string {
  const value = textAttributes(element).get(name);
  if (value !== undefined) return value;
  throw new Error(
    `<${element.name ?? ''}> has no attribute "${name}"; its plugin has to write it.`,
  );
}
