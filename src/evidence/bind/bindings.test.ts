import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { bindingProblems } from './bindings.ts';
import { storeOf } from '../record/store.ts';

const evidence = storeOf('examples', ['chat/dev', 'chat/routes'], () => ({
  ...{ path: 'examples/chat/evidence/routes.json', text: '' },
}));
const url = '[=url]: ../../examples/chat/evidence/routes.json#chat.url';

function problems(...lines: string[]) {
  const tree: Root = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMdx)
    .parse(lines.join('\n'));
  return bindingProblems({ file: 'docs/chat/page.mdx', tree }, evidence).map(
    ({ line, message }) => `${String(line)}: ${message}`,
  );
}

test.each([
  ['text', 'At [=url], [it *answers*][=url]，在[=url]。'],
  ['a heading', '## At [=url] {/* #at */}'],
  ['a table', '| a | b |\n| - | - |\n| [=url] | [it][=url] |'],
  ['emphasis and lists', '- **[it][=url]**\n- ~~[=url]~~'],
  ['elements', '<Details>\n\n<b>[=url]</b> is [it][=url].\n\n</Details>'],
])('accepts defined references in %s', (_, text) => {
  expect(problems(text, '', url)).toEqual([]);
});

test('a version is defined by the lockfile', () => {
  const version = '[=h3]: ../../package-lock.json#h3';
  expect(problems('[=h3]', '', version)).toEqual([]);
});

describe('refuses', () => {
  test.each([
    [
      'a reference that nothing defines',
      ['Text\nwith [=ur] and [words][=url].', '', url],
      '2: nothing defines [=ur]; the nearest are [=url]. Name one of these, or define it at the end of the page: [=ur]: …/<example>/evidence/<file>.json#<key>.<key>',
    ],
    [
      'a definition that nothing uses',
      ['Text.', '', url],
      '3: nothing on this page uses [=url]. Delete its definition.',
    ],
    [
      'a name that is defined twice',
      ['[=url]', '', url, url.replace('#chat', '#notes')],
      '4: [=url] is already defined, in line 3. Delete one of the two, or give it another name.',
    ],
    [
      'two names of one value',
      ['[=url] [=other]', '', url, url.replace('=url', '=other')],
      '4: [=other] is the same as [=url], in line 3. Delete one of the two.',
    ],
    [
      'a name that is not in kebab case',
      ['[=chat_url]', '', url.replace('=url', '=chat_url')],
      '3: [=chat_url] is not in kebab case. Write a name such as [=chat-url].',
    ],
    [
      'a path that does not lead to the file',
      ['[=url]', '', url.replace('../../', '../')],
      '3: [=url] leads to "../examples/chat/evidence/routes.json#chat.url", where no value is recorded; the nearest files are "../../examples/chat/evidence/routes.json", "../../examples/chat/evidence/dev.json", "../../package-lock.json". Name one of these, then # and the keys of the value or the name of a package.',
    ],
    [
      'a value in the words of a link',
      ['[[=url] here](./page.mdx)', '', url],
      '1: a value stands in the words of a link or in bound words, where Markdown allows no reference. Put it before or behind them.',
    ],
    [
      'a value in bound words',
      ['[at [=url]][=it]', '', url, url.replace('=url', '=it').concat('s')],
      '1: a value stands in the words of a link or in bound words, where Markdown allows no reference. Put it before or behind them.',
    ],
  ])('%s', (_, lines, message) => {
    expect(problems(...lines)).toEqual([message]);
  });
});
