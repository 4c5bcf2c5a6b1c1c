import type { PrismTheme } from 'prism-react-renderer';

/** The colours of a code block's parts. */
interface Palette {
  readonly text: string;
  readonly background: string;
  readonly quiet: string;
  readonly keyword: string;
  readonly string: string;
  readonly number: string;
  readonly name: string;
  readonly type: string;
}

/** Code on a light page: each colour has a contrast of 4.5 or more. */
export const lightCode = theme({
  text: '#22303a',
  background: '#f4f7f8',
  quiet: '#586670',
  keyword: '#8b2268',
  string: '#1d663a',
  number: '#8f4300',
  name: '#0b5394',
  type: '#0b6068',
});

/** Code on a dark page: each colour has a contrast of 4.5 or more. */
export const darkCode = theme({
  text: '#dce5ea',
  background: '#1a2329',
  quiet: '#98a8b2',
  keyword: '#e8a3d0',
  string: '#9cd8a8',
  number: '#f1b880',
  name: '#93c9f4',
  type: '#77d3da',
});

function theme(palette: Palette): PrismTheme {
  return {
    plain: { color: palette.text, backgroundColor: palette.background },
    styles: [
      {
        types: ['comment', 'prolog', 'doctype', 'cdata', 'punctuation'],
        style: { color: palette.quiet },
      },
      { types: ['comment'], style: { fontStyle: 'italic' } },
      {
        types: ['keyword', 'atrule', 'tag', 'important', 'operator'],
        style: { color: palette.keyword },
      },
      {
        types: ['string', 'char', 'attr-value', 'template-string', 'inserted'],
        style: { color: palette.string },
      },
      {
        types: ['number', 'boolean', 'constant', 'regex', 'deleted'],
        style: { color: palette.number },
      },
      {
        types: ['function', 'attr-name', 'header-name', 'property'],
        style: { color: palette.name },
      },
      {
        types: ['class-name', 'builtin', 'selector', 'maybe-class-name'],
        style: { color: palette.type },
      },
    ],
  };
}
