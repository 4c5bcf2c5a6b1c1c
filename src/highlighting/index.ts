import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from '@docusaurus/types';
import type { Element, Root } from 'hast';
import { visit } from 'unist-util-visit';
import { parseFenceMeta } from '../core/fence-meta.ts';
import { tokenize } from './highlight.ts';

/**
 * Docusaurus plugin: the code block of the theme, which shows code as `rehypeHighlight` prepared it. Prism and its languages, which the
 * classic theme loads with every page, are left out.
 */
export function highlighting(): Plugin {
  const theme = fileURLToPath(new URL('theme', import.meta.url));
  const classicTheme = createRequire(import.meta.url).resolve(
    '@docusaurus/theme-classic',
  );
  const languages = join(classicTheme, '..', 'prism-include-languages');
  return {
    name: 'highlighting',
    getThemePath: () => theme,
    getTypeScriptThemePath: () => theme,
    configureWebpack: () => ({
      resolve: { alias: { [`${languages}$`]: false } },
    }),
  };
}

/**
 * Rehype plugin: splits the code of each fence into tokens, and parses its meta. The code block gets the results as `tokens`, `title`,
 * `source`, `page` and `excerpt`.
 */
export function rehypeHighlight(): (tree: Root) => void {
  return (tree) => {
    visit(tree, 'element', (node, _index, parent) => {
      const isBlock = parent?.type === 'element' && parent.tagName === 'pre';
      const [text] = node.children;
      if (node.tagName !== 'code' || !isBlock || text?.type !== 'text') return;
      // Remark appends a line break.
      const code = text.value.replace(/\n$/, '');
      const { metastring } = node.properties;
      if (typeof metastring === 'string') setMeta(node, metastring);
      node.properties['tokens'] = tokenize(code, languageOf(node));
    });
  };
}

function setMeta({ properties }: Element, meta: string): void {
  const rest: string[] = [];
  for (const [key, value] of parseFenceMeta({ meta }).values) {
    if (/^(?:title|source|page|excerpt)$/.test(key)) properties[key] = value;
    else if (key === '{}') rest.push(`{${value}}`);
    else if (value === '') rest.push(key);
    else rest.push(`${key}=${/\s/.test(value) ? `"${value}"` : value}`);
  }
  properties['metastring'] = rest.join(' ');
}

function languageOf({ properties }: Element): string {
  const { className } = properties;
  const classes = Array.isArray(className) ? className.map(String) : [];
  const name = classes.find((one) => one.startsWith('language-'));
  return name?.slice('language-'.length).toLowerCase() ?? '';
}
