import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { tarGzOf, zipOf } from './archive.ts';
import type { ExampleFile } from './files.ts';

const deep = `${'folder/'.repeat(18)}a-file-in-many-folders.ts`;
const files: ExampleFile[] = [
  { path: 'package.json', text: '{}\n' },
  { path: 'src/[id].get.ts', text: '// 你好, Grüße\n' },
  { path: deep, text: 'x'.repeat(1024) },
  { path: 'tests/empty.ts', text: '' },
];
const expected = Object.fromEntries(
  files.map(({ path, text }) => [`chat/${path}`, text]),
);

const folder = mkdtempSync(join(tmpdir(), 'archive-'));
afterEach(() => vi.unstubAllEnvs());
afterEach(() => rmSync(join(folder, 'chat'), { recursive: true, force: true }));

describe('an archive', () => {
  it('contains each file unchanged, as a zip', () => {
    const entries = Object.entries(unzipSync(zipOf('chat', files)));
    expect(
      Object.fromEntries(
        entries.map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
      ),
    ).toEqual(expected);
  });

  it('is unpacked by tar, with a normal mode and date', () => {
    const file = join(folder, 'chat.tar.gz');
    writeFileSync(file, tarGzOf('chat', files));
    const listed = execFileSync('tar', ['-tvzf', file], { encoding: 'utf8' });
    expect(listed.trim().split('\n')).toHaveLength(files.length);
    expect(listed).toMatch(
      /^-rw-r--r-- .* 1980-01-01 .* chat\/package\.json$/m,
    );
    execFileSync('tar', ['-xzf', file, '-C', folder]);
    for (const [path, text] of Object.entries(expected)) {
      expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
    }
  });

  it('has the same bytes in every time zone', () => {
    const made = ['America/Los_Angeles', 'Asia/Tokyo'].map((zone) => {
      vi.stubEnv('TZ', zone);
      return [zipOf, tarGzOf].map((archive) =>
        Buffer.from(archive('chat', files)).toString('hex'),
      );
    });
    expect(made[0]).toEqual(made[1]);
  });

  it('fails for a path that is too long for a tar', () => {
    const path = `${'n'.repeat(101)}.ts`;
    expect(() => tarGzOf('chat', [{ path, text: '' }])).toThrow(
      `chat/${path}: the path is too long for a tar`,
    );
  });
});
