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
import { foldersOf } from './file-tree.ts';
import { readExample } from './files.ts';

const examplesDir = join(import.meta.dirname, '../../examples');

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

describe('the files of an example', () => {
  it('are those that git tracks, without generated files', () => {
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

  it('are all that are not generated, outside of a checkout', () => {
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
    ['Windows line ends', 'a\r\n'],
  ])('fail when they contain %s', (_, content) => {
    const root = emptyFolder();
    mkdirSync(join(root, 'app'));
    writeFileSync(join(root, 'app/logo.png'), content);
    expect(() => readExample(root, 'app')).toThrow(
      '/app/logo.png: is not plain text with line feeds',
    );
  });

  it('fail when there are none', () => {
    const root = emptyFolder();
    mkdirSync(join(root, 'app'));
    expect(() => readExample(root, 'app')).toThrow(/git add .*\/app/);
  });
});

it('folders that contain only one folder share its name', () => {
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
