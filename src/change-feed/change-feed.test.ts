import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillTemplate } from '../core/text.ts';
import { writeAtom } from './atom.ts';
import { changedValues, evidenceEntries } from './evidence-entries.ts';
import { feedMessages, type MessageText } from './messages.ts';
import { pageEntries } from './page-entries.ts';
import { openRepository, type Repository } from './repository.ts';

const folder = mkdtempSync(join(tmpdir(), 'feed-'));
const root = join(folder, 'whole');
const paths = ['docs/*.mdx', 'examples/*/evidence/*.json', 'package-lock.json'];
const text: MessageText = (id, values) =>
  fillTemplate(feedMessages[id], values);

function git(cwd: string, ...args: string[]): void {
  execFileSync('git', args, { cwd, stdio: 'ignore' });
}

/** Writes files, and commits them at an hour after the first day of the year. */
function commit(hour: number, files: Readonly<Record<string, unknown>>): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    if (content === null) rmSync(file);
    else
      writeFileSync(
        file,
        typeof content === 'string' ? content : JSON.stringify(content),
      );
  }
  git(root, 'add', '--all');
  const date = `${1767225600 + hour * 3600} +0000`;
  execFileSync('git', ['commit', '--quiet', '-m', `at ${hour}`], {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.org',
    },
  });
}

function lockfile(version: string) {
  return JSON.stringify(
    { packages: { 'node_modules/analog': { version } } },
    null,
    2,
  );
}

function open(place: string): Repository {
  const repository = openRepository(place, paths);
  if (!repository) throw new Error('No checkout.');
  return repository;
}

function measured({ commits, texts }: Repository) {
  const known = texts(
    commits.flatMap(({ changes }) =>
      changes.flatMap(({ before, after }) =>
        [before, after].filter((one) => one !== undefined),
      ),
    ),
  );
  return evidenceEntries(commits, {
    recordAt: (path) =>
      /^examples\/(.+)\/evidence\/(.+)\.json$/.exec(path)?.slice(1).join('/'),
    uses: [
      {
        path: 'chat/base#socket.production',
        url: 'https://example.org/server-plugins#base',
        page: 'Server plugins',
        heading: 'Sockets below a base URL',
      },
    ],
    exampleUrl: (example) => `https://example.org/examples/${example}`,
    lockfile: 'package-lock.json',
    packages: { analog: 'Analog', absent: 'Absent' },
    textOf: (object) => known.get(object) ?? '',
    text,
  });
}

beforeAll(() => {
  mkdirSync(root);
  git(root, 'init', '--quiet', '--initial-branch=main');
  commit(0, {
    'docs/sockets.mdx': 'one',
    'docs/old.mdx': 'old',
    'package-lock.json': lockfile('2.7.5'),
    'examples/chat/evidence/base.json': {
      socket: { production: 'hangs' },
      count: 1,
    },
  });
  commit(30, {
    'docs/sockets.mdx': 'two',
    'docs/new.mdx': 'new',
    'other.md': '',
  });
  commit(31, { 'docs/sockets.mdx': 'one', 'docs/old.mdx': null });
  commit(60, {
    'package-lock.json': lockfile('2.7.6'),
    'examples/chat/evidence/base.json': {
      socket: { production: 'answers' },
      count: 2,
      more: true,
    },
  });
  git(folder, 'clone', '--quiet', '--depth=2', `file://${root}`, 'shallow');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('evidence entries', () => {
  it('name the versions and the heading that shows the value', () => {
    const [entry, ...others] = measured(open(root));
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      title: 'Analog 2.7.6: Sockets below a base URL: works now',
      link: 'https://example.org/server-plugins#base',
      updated: 1767225600 + 60 * 3600,
    });
    expect(entry?.id).toMatch(/^evidence-[\da-f]{12}$/);
    expect(entry?.html).toBe(
      '<ul><li><a href="https://example.org/server-plugins#base">Server plugins: Sockets below a base URL</a>: ' +
        '<code>hangs</code> → <code>answers</code> (<code>chat/base#socket.production</code>)</li></ul>' +
        '<p>Other recorded values that are different now: 1</p><p>Measured with Analog 2.7.6.</p>',
    );
  });

  it('contain values of both records that differ', () => {
    expect(
      changedValues('{"a":[1,2],"b":null,"c":1}', '{"a":[1,3],"b":2}'),
    ).toEqual([{ path: 'a.1', before: '2', after: '3' }]);
    expect(changedValues('{', '{"a":1}')).toEqual([]);
  });
});

it('the page changes of a day are one entry, without reverted ones', () => {
  const entries = pageEntries(open(root).commits, {
    pages: [
      { source: 'docs/new.mdx', title: 'News', url: 'https://example.org/new' },
      {
        source: 'docs/sockets.mdx',
        title: 'Sockets',
        url: 'https://example.org/sockets',
      },
    ],
    isPage: (path) => path.startsWith('docs/'),
    root: 'https://example.org/',
    text,
  });
  expect(entries.map(({ id, title, updated }) => [id, title, updated])).toEqual(
    [
      [
        'guide-2026-01-02',
        'New: News · Removed: docs/old.mdx',
        1767225600 + 31 * 3600,
      ],
      ['guide-2026-01-01', 'New: Sockets, docs/old.mdx', 1767225600],
    ],
  );
});

it('a shallow clone marks the start of its history', () => {
  const { commits, isShallow } = open(join(folder, 'shallow'));
  expect(isShallow).toBe(true);
  expect(open(root).isShallow).toBe(false);
  const known = commits.filter(({ hasParent }) => hasParent);
  expect(known).toHaveLength(1);
  expect(known[0]?.changes.map(({ path }) => path)).toEqual([
    'examples/chat/evidence/base.json',
    'package-lock.json',
  ]);
  expect(openRepository(folder, paths)).toBeUndefined();
});

it('writes the same feed for the same entries', () => {
  const head = {
    title: 'A & B',
    author: 'A',
    language: 'de',
    root: 'https://example.org/de/',
    url: 'https://example.org/de/feed.xml',
  };
  const entry = {
    id: 'b',
    updated: 2,
    title: '<b>',
    link: 'https://example.org/',
    html: '<p>&amp;</p>',
  };
  const older = { ...entry, id: 'a', updated: 1 };
  const xml = writeAtom(head, [older, entry]);
  expect(xml).toBe(writeAtom(head, [entry, older]));
  expect(xml).toContain('<updated>1970-01-01T00:00:02Z</updated>\n  <author>');
  expect(xml).toContain('<title>&lt;b></title>');
  expect(xml).toContain('&lt;p>&amp;amp;&lt;/p>');
  expect(xml.indexOf('feed.xml#b')).toBeLessThan(xml.indexOf('feed.xml#a'));
});
