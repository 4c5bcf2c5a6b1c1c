import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, describe, expect, it } from 'vitest';
import { readExample } from './files.ts';
import { foldersOf } from './folders.ts';
import { highlighted } from './highlight.ts';
import { isShown } from './shown.ts';

const examplesDir = join(import.meta.dirname, '../../examples');

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('the files of an example', () => {
  it('are those that git tracks, and nothing that a run has made', () => {
    const paths = readExample(examplesDir, 'websocket-chat').map(
      ({ path }) => path,
    );
    const tracked = execFileSync('git', ['ls-files', 'websocket-chat'], {
      cwd: examplesDir,
      encoding: 'utf8',
    })
      .trim()
      .split('\n')
      .filter((path) => existsSync(join(examplesDir, path)))
      .map((path) => path.slice('websocket-chat/'.length));
    expect(paths.length).toBeGreaterThan(20);
    expect(new Set(paths)).toEqual(new Set(tracked));
    expect(paths.join('\n')).not.toMatch(/node_modules|dist\//);
  });

  it('are all that no tool has made, where there is no git', () => {
    const root = emptyFolder();
    for (const path of ['src/main.ts', 'dist/x.js', 'node_modules/y.js']) {
      mkdirSync(join(root, 'app', path, '..'), { recursive: true });
      writeFileSync(join(root, 'app', path), '//\n');
    }
    expect(readExample(root, 'app')).toEqual([
      { path: 'src/main.ts', text: '//\n' },
    ]);
  });

  it.each([
    ['bytes', Buffer.from([0x89, 0x50])],
    ['line ends of Windows', 'a\r\n'],
  ])('are refused when they hold %s', (_, content) => {
    const root = emptyFolder();
    mkdirSync(join(root, 'app'));
    writeFileSync(join(root, 'app/logo.png'), content);
    expect(() => readExample(root, 'app')).toThrow(
      'examples/app/logo.png: is not plain text with line feeds',
    );
  });

  it('are refused when there are none', () => {
    const root = emptyFolder();
    mkdirSync(join(root, 'app'));
    expect(() => readExample(root, 'app')).toThrow('git add examples/app');
  });
});

it('folders that hold only each other share a name', () => {
  const at = (path: string) => ({ path });
  expect(
    foldersOf([at('a/b/c/one.ts'), at('a/b/c/two.ts'), at('top.ts')]),
  ).toEqual({
    name: '',
    folders: [
      {
        name: 'a/b/c',
        folders: [],
        files: [at('a/b/c/one.ts'), at('a/b/c/two.ts')],
      },
    ],
    files: [at('top.ts')],
  });
});

it('code is coloured without a change of a character', () => {
  const files = ['websocket-chat', 'api-routes'].flatMap((example) =>
    readExample(examplesDir, example).filter(({ path }) => isShown(path)),
  );
  expect(files.length).toBeGreaterThan(20);
  for (const { path, text } of files) {
    const html = highlighted(text, path.slice(path.lastIndexOf('.') + 1));
    expect(textOf(html)).toBe(text);
  }
  expect(highlighted('const a = "<b>"; // c', 'ts')).toBe(
    '<span class="keyword">const</span> a = <span class="string">"&lt;b>"</span>; <span class="token comment">// c</span>',
  );
  expect(highlighted('<a>', 'no-language')).toBe('&lt;a>');
});

function textOf(html: string): string {
  return html
    .replaceAll(/<\/?span[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}
