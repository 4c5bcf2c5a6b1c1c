import type { Options } from '@docusaurus/preset-classic';
import { expect, it } from 'vitest';
import { siteConfig } from '../../../site.config.ts';
import config from '../../../docusaurus.config.ts';

const preset = config.presets?.[0];
const { docs = false } = (Array.isArray(preset) ? preset[1] : {}) as Options;
if (docs === false) throw new Error('The preset has no docs.');
const remark = [
  ...namesOf(docs.beforeDefaultRemarkPlugins),
  ...namesOf(docs.remarkPlugins),
];

it('adds no plugins that are not tested here', () => {
  expect([...remark, ...namesOf(docs.rehypePlugins)]).toEqual([
    'remarkDependencies',
    'remarkSnippets',
    'remarkInstallCommand',
    'remarkExampleFiles',
    'remarkTranslation',
    'remarkExamples',
    'remarkEvidence',
    'remarkPlayground',
    'remarkMarkdown',
    'rehypeHighlight',
    'rehypeWideTables',
  ]);
});

it.each([
  ['remarkDependencies', 'remarkSnippets', 'fences still name their files'],
  ['remarkSnippets', 'remarkTranslation', 'comments in filled-in code'],
  ['remarkSnippets', 'remarkInstallCommand', 'imports of filled-in code'],
  ['remarkSnippets', 'remarkExampleFiles', 'imports of filled-in code'],
  ['remarkExampleFiles', 'remarkTranslation', 'comments in the files'],
  ['remarkTranslation', 'remarkExamples', 'messages hold its components'],
  ['remarkTranslation', 'remarkEvidence', 'messages hold its components'],
  ['remarkTranslation', 'remarkPlayground', 'messages hold its components'],
  [
    'remarkExamples',
    'remarkMarkdown',
    'the Markdown alternate has what it fills in',
  ],
  [
    'remarkEvidence',
    'remarkMarkdown',
    'the Markdown alternate has what it fills in',
  ],
  [
    'remarkPlayground',
    'remarkMarkdown',
    'the Markdown alternate has what it fills in',
  ],
])('runs %s before %s: %s', (first, second) => {
  expect(remark.indexOf(first)).toBeGreaterThanOrEqual(0);
  expect(remark.indexOf(first)).toBeLessThan(remark.indexOf(second));
});

it("fills fences of catalogues with the site's plugins", () => {
  expect(namesOf(siteConfig.beforeTranslation)).toEqual(
    remark.slice(
      remark.indexOf('remarkDependencies') + 1,
      remark.indexOf('remarkTranslation'),
    ),
  );
});

function namesOf(plugins: readonly unknown[] = []): string[] {
  return plugins.map((entry) => {
    const plugin: unknown = Array.isArray(entry) ? entry[0] : entry;
    return typeof plugin === 'function' ? plugin.name : String(plugin);
  });
}
