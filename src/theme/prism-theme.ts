import type { PrismTheme } from 'prism-react-renderer';

/**
 * The colours of code. They are variables of `src/css/custom.css`, so that one
 * static page serves light and dark before any script runs.
 */
export const codeTheme: PrismTheme = {
  plain: {
    color: 'var(--code-text)',
    backgroundColor: 'var(--code-background)',
  },
  styles: [
    {
      types: ['comment', 'prolog', 'doctype', 'cdata', 'punctuation'],
      style: { color: 'var(--code-quiet)' },
    },
    { types: ['comment'], style: { fontStyle: 'italic' } },
    {
      types: ['keyword', 'atrule', 'tag', 'important', 'operator'],
      style: { color: 'var(--code-keyword)' },
    },
    {
      types: ['string', 'char', 'attr-value', 'template-string', 'inserted'],
      style: { color: 'var(--code-string)' },
    },
    {
      types: ['number', 'boolean', 'constant', 'regex', 'deleted'],
      style: { color: 'var(--code-number)' },
    },
    {
      types: ['function', 'attr-name', 'header-name', 'property'],
      style: { color: 'var(--code-name)' },
    },
    {
      types: ['class-name', 'builtin', 'selector', 'maybe-class-name'],
      style: { color: 'var(--code-type)' },
    },
  ],
};
