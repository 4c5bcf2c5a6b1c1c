import { expect, test } from 'vitest';
import { siteConfig } from '../../../site.config.ts';
import { openEvidence } from '../../evidence/record/store.ts';
import { pageOf } from '../pages/testing/page-of.ts';
import {
  measuredLayouts,
  unmeasuredLayoutProblems,
} from './measured-layouts.ts';

test('reports references and fences of layouts that usual runs skip', async () => {
  const text = `At [=plain], of \`h3\`, it [answers][=mixed].

\`\`\`text output=route-layouts/slow#log.0
\`\`\`

<Layouts of="route-layouts" />

[=plain]: ../examples/route-layouts/evidence/plain.json#get
[=mixed]: ../examples/route-layouts/evidence/mixed.json#get "1"
[=chat]: ../examples/chat/evidence/mixed.json#url
`;
  const message = (layout: string) =>
    `this shows the layout "${layout}", which npm test doesn't measure; it measures "plain", "prefixed". Add it to examples/route-layouts/layouts/subset.ts.`;
  const pages = [await pageOf('docs/page.mdx', text)];
  expect(unmeasuredLayoutProblems(pages, ['plain', 'prefixed'])).toEqual([
    { file: 'docs/page.mdx', line: 3, message: message('slow') },
    { file: 'docs/page.mdx', line: 1, message: message('mixed') },
  ]);
});

test('every measured layout has a record', () => {
  const { names } = openEvidence(siteConfig.examplesDir);
  expect(names).toEqual(
    expect.arrayContaining(
      measuredLayouts.map((name) => `route-layouts/${name}`),
    ),
  );
});
