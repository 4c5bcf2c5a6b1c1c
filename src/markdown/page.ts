import { createSlugger } from '@docusaurus/utils';
import type { Nodes, Parent, Root, RootContent } from 'mdast';
import type {} from 'mdast-util-directive';
// For the fields of `data` that name an HTML element.
import type {} from 'mdast-util-to-hast';
import { toString } from 'mdast-util-to-string';
import { type JsxElement, textAttributes } from '../core/page-index.ts';
import { admonitionToMarkdown } from './admonition.ts';
import { elementToMarkdown, htmlToMarkdown } from './html.ts';
import { absoluteLink, absoluteUrl, type SiteUrls } from './links.ts';
import { toBlocks } from './phrasing.ts';

/** The surroundings of a component. */
export interface ComponentContext {
  /** The URL of the heading above, or of the page. */
  readonly headingUrl: string;
  /** Makes a path from the root of the site absolute, in the page's language. */
  readonly absoluteUrl: (path: string) => string;
  /** The content of the component, as Markdown. */
  readonly children: RootContent[];
}

/** Converts a component to Markdown. An error is reported with the line of the component. */
export type ComponentWriter = (
  element: JsxElement,
  context: ComponentContext,
) => RootContent[];

/** Options of the conversion. */
export interface PageOptions {
  readonly components: Readonly<Record<string, ComponentWriter>>;
  /** The URL of the page. */
  readonly url: string;
  readonly site: SiteUrls;
  /** Called for each problem with its line in the parsed text. */
  readonly onProblem: (line: number, message: string) => void;
}

/**
 * Converts a page to plain Markdown: no components, no directives, no HTML of plugins.
 *
 * @param tree the page, after all other plugins; it isn't changed
 */
export function toPlainMarkdown(tree: Root, options: PageOptions): Root {
  const { components, site, url } = options;
  const slugger = createSlugger();
  let headingUrl = url;
  let line = 1;
  return { type: 'root', children: toBlocks(convertAll(tree.children)) };

  function convertAll(nodes: readonly Nodes[]): RootContent[] {
    return nodes.flatMap((node) => {
      // Translated nodes have no position: the previous one is near.
      line = node.position?.start.line ?? line;
      try {
        return convert(node);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        options.onProblem(line, error.message);
        return [];
      }
    });
  }

  function convert(node: Nodes): RootContent[] {
    const { data } = node;
    if (data?.hChildren !== undefined) {
      const { hName: tagName = 'div', hProperties, hChildren } = data;
      const properties = { ...hProperties };
      return htmlToMarkdown([
        { type: 'element', tagName, properties, children: hChildren },
      ]);
    }
    switch (node.type) {
      case 'root':
      case 'yaml':
      case 'mdxjsEsm':
        return [];
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return jsx(node);
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return expression(node.value);
      case 'containerDirective':
      case 'leafDirective':
      case 'textDirective':
        return admonitionToMarkdown(node, convertAll);
      case 'heading':
        return [heading(node)];
      case 'link':
        return [{ ...plainCopy(node), url: link(node.url) }];
      case 'definition':
        return [{ ...plainCopy(node), url: link(node.url) }];
      case 'code':
        return [{ ...plainCopy(node), meta: usefulMeta(node.meta) }];
      // Wrappers that other plugins insert.
      case 'sourceLanguage':
      case 'translationNote':
        return convertAll(node.children);
      default:
        return [plainCopy(node)];
    }
  }

  /** Copies a node without `data`. */
  function plainCopy<Node extends RootContent>(node: Node): Node {
    const copy: Node = { ...node };
    delete copy.data;
    if ('children' in copy) convertChildren(copy);
    return copy;
  }

  function convertChildren(parent: Parent): void {
    const children = convertAll(parent.children);
    const holdsBlocks = /^(?:blockquote|listItem)$/.test(parent.type);
    parent.children = holdsBlocks ? toBlocks(children) : children;
  }

  function heading(node: Extract<Nodes, { type: 'heading' }>): RootContent {
    const id = node.data?.hProperties?.['id'];
    const copy = plainCopy(node);
    const defaultId = slugger.slug(toString(copy));
    if (typeof id !== 'string') return copy;
    headingUrl = `${url.replace(/#.*$/s, '')}#${id}`;
    // A translated heading keeps the id of the original.
    if (id !== defaultId) {
      copy.children.push({ type: 'html', value: ` {#${id}}` });
    }
    return copy;
  }

  function link(target: string): string {
    const absolute = absoluteLink(target, site);
    if (absolute !== undefined) return absolute;
    throw new Error(
      `the link "${target}" is relative and can't be resolved outside of the page. Link the file of the page, or write a URL.`,
    );
  }

  function jsx(element: JsxElement): RootContent[] {
    const { name } = element;
    const children = convertAll(element.children);
    if (name === null) return children;
    const write = components[name];
    if (write !== undefined) {
      return write(element, {
        headingUrl,
        absoluteUrl: (path) => absoluteUrl(path, site),
        children,
      });
    }
    if (/^[A-Z]/.test(name) && name !== 'Details') {
      throw new Error(
        `<${name}> has no Markdown form; there is one for ${Object.keys(components).join(', ')}. Add one to the option "components" of the Markdown plugin.`,
      );
    }
    const attributes = textAttributes(element);
    const attribute = (key: string) => attributes.get(key);
    return elementToMarkdown({ name, attribute, children }).map((node) =>
      node.type === 'link' ? { ...node, url: link(node.url) } : node,
    );
  }
}

/** Converts an expression: a comment to nothing, and a string to its text. */
function expression(value: string): RootContent[] {
  const text = value.replaceAll(/\/\*[^]*?\*\//g, '').trim();
  if (text === '') return [];
  const string = /^(['"`])((?:(?!\1)[^\\$])*)\1$/.exec(text)?.[2];
  if (string !== undefined) return [{ type: 'text', value: string }];
  throw new Error(
    `{${text}} is computed in the browser, which plain Markdown can't be. Write its text, or a component with a Markdown form.`,
  );
}

/** Keeps the file name, its URL and the highlighted lines. */
function usefulMeta(meta: string | null | undefined): string | null {
  const kept = meta?.match(/\b(?:title|source)="[^"]*"|\{[\d,\s-]+\}/g) ?? [];
  return kept.length === 0 ? null : kept.join(' ');
}
