import type { RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { TwinError } from './problem.ts';
import { wordsOf } from './words-of.ts';

/** An element of HTML, from JSX or from a tree of HTML, with its children as Markdown. */
export interface PlainElement {
  readonly name: string;
  readonly attribute: (name: string) => string | undefined;
  readonly children: RootContent[];
}

/** What only groups other content. */
const transparent = new Set(
  'div section header footer article aside main figure span label'.split(' '),
);
const code = new Set(['code', 'kbd', 'samp', 'var']);

/**
 * An element of HTML as Markdown.
 *
 * @throws TwinError if Markdown has nothing for it
 */
export function elementOf(element: PlainElement): RootContent[] {
  const { name, children } = element;
  const words = wordsOf(children);
  if (transparent.has(name)) return children;
  if (code.has(name)) {
    const value = toString(children).replaceAll(/\s*\n\s*/g, ' ');
    return value === '' ? [] : [{ type: 'inlineCode', value }];
  }
  switch (name) {
    case 'p':
    case 'figcaption':
      return [{ type: 'paragraph', children: words }];
    case 'li':
      return [
        {
          type: 'listItem',
          spread: false,
          children: [{ type: 'paragraph', children: words }],
        },
      ];
    case 'ul':
    case 'ol':
      return [
        {
          type: 'list',
          ordered: name === 'ol',
          spread: false,
          children: children.filter((child) => child.type === 'listItem'),
        },
      ];
    case 'strong':
    case 'b':
      return [{ type: 'strong', children: words }];
    case 'em':
    case 'i':
    case 'small':
      return words.length === 0 ? [] : [{ type: 'emphasis', children: words }];
    case 'del':
    case 's':
      return [{ type: 'delete', children: words }];
    case 'br':
      return [{ type: 'break' }];
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'wbr':
      return [];
    case 'a':
      return [
        { type: 'link', url: required(element, 'href'), children: words },
      ];
    case 'img':
      return [
        {
          type: 'image',
          url: required(element, 'src'),
          alt: element.attribute('alt') ?? '',
        },
      ];
    case 'summary':
      return [
        {
          type: 'paragraph',
          children: [{ type: 'strong', children: words }],
        },
      ];
    case 'details':
    case 'Details':
      return children;
    default:
      throw new TwinError(
        `<${name}> has no form in Markdown. Write one for it, in what is given to the room of the twins as "components".`,
      );
  }
}

function required(element: PlainElement, name: string): string {
  const value = element.attribute(name);
  if (value !== undefined) return value;
  throw new TwinError(
    `<${element.name}> has no ${name} that is a plain text. Write ${name}="…", or a link of Markdown.`,
  );
}
