import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listExamples } from '../examples/catalogue.ts';
import { boundaryProblems } from './package-boundaries.ts';

const packages = readdirSync('src', { withFileTypes: true })
  // The site joins the packages, as docusaurus.config.ts does.
  .filter((entry) => entry.isDirectory() && entry.name !== 'site')
  .map(({ name }) => name);
const names = {
  examples: listExamples().map(({ name }) => name),
  site: ['Realtime Analog', 'realtime-analog'],
};

describe.each(packages)('src/%s', (name) => {
  it('has a README', () => {
    expect(existsSync(join('src', name, 'README.md'))).toBe(true);
  });

  it('imports no other package and contains no name of this site', () => {
    const files = sourcesOf(name);
    expect(files).not.toEqual([]);
    expect(
      files.flatMap((file) => boundaryProblems(name, file, names)),
    ).toEqual([]);
  });
});

it('src imports nothing from scripts, not even in tests', () => {
  const scripts = /^(?:import .*|\}) from '(?:\.\.\/)+scripts\//m;
  const importing = filesIn('src').filter(({ text }) => scripts.test(text));
  expect(importing.map(({ path }) => path)).toEqual([]);
});

function sourcesOf(name: string) {
  return filesIn(join('src', name)).filter(
    ({ path }) => !/\.test\.tsx?$|\/(?:fixtures|testing)\//.test(path),
  );
}

function filesIn(folder: string) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:tsx?|cjs|css)$/.test(path))
    .map((path) => join(folder, path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

describe('boundaryProblems', () => {
  const siteNames = {
    examples: ['chat-rooms', 'limits'],
    site: ['Our Guide', 'guide.example.org'],
  };
  const problems = (text: string) =>
    boundaryProblems(
      'snippets',
      { path: 'src/snippets/a.ts', text },
      siteNames,
    );

  it.each([
    ["import { one } from '../evidence/one.ts';", 'src/evidence/one.ts is'],
    ["import { two } from '../../scripts/two.ts';", 'scripts/two.ts is'],
    ['/** The title of Our Guide. */', '"Our Guide"'],
    ["const at = 'https://guide.example.org/a';", '"guide.example.org"'],
    ['`Write of="chat-rooms/evidence" here.`', '"chat-rooms/e"'],
    ["const path = 'examples/limits/a.ts';", '"examples/limits/a"'],
  ])('reports %s', (text, named) => {
    const [problem, ...others] = problems(`\n${text}`);
    expect(problem).toContain(`src/snippets/a.ts:2: `);
    expect(problem).toContain(named);
    expect(others).toEqual([]);
  });

  it.each([
    "import { own } from './evidence.ts';",
    "import type { Options } from './more/../options.ts';",
    "import { limits } from './limits/own.ts';",
    'There are limits / bounds.',
  ])('accepts %s', (text) => {
    expect(problems(text)).toEqual([]);
  });
});
