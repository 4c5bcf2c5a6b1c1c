import type { Root } from 'mdast';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { content } from '../../content.ts';
import { openEvidence } from '../../src/evidence/store.ts';
import { measuredLayouts } from './layout-subset.ts';
import { unmeasuredLayoutProblems } from './measured-layouts.ts';
import { readPages } from './pages.ts';

const measured = {
  example: 'layouts',
  always: ['plain', 'prefixed'],
  listedIn: 'examples/layouts/subset.ts',
};

function problemsOf(text: string) {
  const tree: Root = unified().use(remarkParse).use(remarkMdx).parse(text);
  return unmeasuredLayoutProblems(
    [{ file: 'docs/page.mdx', tree, linesBefore: 4 }],
    measured,
  );
}

test('every component and fence that names a record left out is found, at its line', () => {
  const text = `At <Fact of="layouts/plain#get" />, of \`h3\`.

It <Proven of="layouts/plain#get" is="1">answers
at <Fact of="layouts/mixed#get" /></Proven>.

<Wrong of="layouts/slow#get" />

\`\`\`text output=layouts/slow#log.0
\`\`\`

<Layouts of="layouts" />

<Fact of="chat/mixed#url" />
`;
  const message = (layout: string) =>
    `this rests on the layout "${layout}", which npm test does not measure; it measures "plain", "prefixed". Add it to examples/layouts/subset.ts.`;
  expect(problemsOf(text)).toEqual([
    { file: 'docs/page.mdx', line: 8, message: message('mixed') },
    { file: 'docs/page.mdx', line: 10, message: message('slow') },
    { file: 'docs/page.mdx', line: 12, message: message('slow') },
  ]);
});

test('what the pages of this guide say of one layout is measured on every run', async () => {
  const problems = unmeasuredLayoutProblems(await readPages(), measuredLayouts);
  expect(problems).toEqual([]);
});

test('every layout that each run measures has a record', () => {
  const { names } = openEvidence(content.examplesDir);
  expect(names).toEqual(
    expect.arrayContaining(
      measuredLayouts.always.map((name) => `route-layouts/${name}`),
    ),
  );
});
