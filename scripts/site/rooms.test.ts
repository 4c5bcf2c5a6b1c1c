import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listExamples } from '../examples/catalogue.ts';
import { readmeProblems, roomProblems } from './rooms.ts';

// They are the site: they join rooms, as docusaurus.config.ts does.
const joining = ['components', 'css', 'pages', 'theme'];
const rooms = readdirSync('src', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !joining.includes(entry.name))
  .map(({ name }) => name);
const names = {
  examples: listExamples().map(({ name }) => name),
  site: ['Realtime Analog', 'realtime-analog'],
};

it('there are rooms', () => {
  expect(rooms).toEqual(
    expect.arrayContaining(['evidence', 'snippets', 'translation']),
  );
});

describe.each(rooms)('src/%s', (room) => {
  it('says what it takes, gives and refuses', () => {
    const file = join('src', room, 'README.md');
    const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    expect(readmeProblems(room, text)).toEqual([]);
  });

  it('names neither this site nor another room', () => {
    const files = sourcesOf(room);
    expect(files).not.toEqual([]);
    expect(files.flatMap((file) => roomProblems(room, file, names))).toEqual(
      [],
    );
  });
});

function sourcesOf(room: string) {
  return readdirSync(join('src', room), { recursive: true, encoding: 'utf8' })
    .filter(
      (path) =>
        /\.(?:tsx?|cjs|css)$/.test(path) &&
        !/\.test\.tsx?$|(?:^|\/)(?:fixtures|testing)\//.test(path),
    )
    .map((path) => join('src', room, path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
}

describe('what is refused', () => {
  const known = {
    examples: ['chat-rooms', 'limits'],
    site: ['Our Guide', 'guide.example.org'],
  };
  const problems = (text: string) =>
    roomProblems('snippets', { path: 'src/snippets/a.ts', text }, known);

  it.each([
    ["import { one } from '../evidence/one.ts';", 'src/evidence/one.ts is'],
    ["import { two } from '../../scripts/two.ts';", 'scripts/two.ts is'],
    ["import { content } from '../../content.ts';", 'content.ts is'],
    ['/** Of the title of Our Guide. */', '"Our Guide"'],
    ["const at = 'https://guide.example.org/a';", '"guide.example.org"'],
    ['`Write of="chat-rooms/evidence" here.`', '"chat-rooms/e"'],
    ["const path = 'examples/limits/a.ts';", '"examples/limits/a"'],
  ])('%s', (text, named) => {
    const [problem, ...others] = problems(`\n${text}`);
    expect(problem).toContain(`src/snippets/a.ts:2: `);
    expect(problem).toContain(named);
    expect(others).toEqual([]);
  });

  it.each([
    "import { own } from './evidence.ts';",
    "import type { Content } from './more/../content.ts';",
    "import { limits } from './limits/own.ts';",
    'There are limits / bounds.',
  ])('but not: %s', (text) => {
    expect(problems(text)).toEqual([]);
  });

  it('a README without its parts, and none at all', () => {
    expect(readmeProblems('a', '# A\n\n## Takes\n\n## Gives\n')).toEqual([
      'src/a/README.md:1: no heading "Refuses"; another site could not take the room without knowing it. Write "## Refuses".',
    ]);
    expect(readmeProblems('a', undefined)[0]).toContain('no such file');
  });
});
