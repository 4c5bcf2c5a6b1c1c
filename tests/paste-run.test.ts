import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { exampleSeed } from '../scripts/examples/sample.ts';
import { codeBlocksOf } from './paste/code-blocks.ts';
import { pasteInto } from './paste/pasted-app.ts';
import {
  createsNotes,
  broadcasts,
  echoes,
  isHealthy,
  streamsEvents,
} from './paste/page-checks.ts';

/** Checks of the app into which the code of a page is pasted, by page. */
const checks: Readonly<Record<string, (url: string) => Promise<void>>> = {
  'quick-start': isHealthy,
  'server-sent-events': streamsEvents,
  'start-from-analog': echoes,
  'validate-requests': createsNotes,
  websockets: broadcasts,
};

const pages = Object.keys(checks);
const drawn = pages[exampleSeed(process.env) % pages.length];
const tested = process.env['PASTE'] === 'all' ? pages : [drawn ?? ''];

describe.each(tested)('a new app with the code of /%s', (page) => {
  const folder = join('.cache/paste-run', page);

  it('builds', async () => {
    pasteInto(folder, codeBlocksOf(page));
    cpSync(
      'examples/websocket-chat/tests/support/server.ts',
      join(folder, 'tests/support/server.ts'),
    );
    const vite = createRequire(import.meta.url).resolve('vite/package.json');
    // A clean environment, since Analog builds no server if `VITEST` is set.
    const { PATH, HOME, TMPDIR, NODE_OPTIONS } = process.env;
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [join(dirname(vite), 'bin/vite.js'), 'build'],
      { cwd: folder, env: { PATH, HOME, TMPDIR, NODE_OPTIONS } },
    );
    expect(stdout + stderr).not.toMatch(/\bERROR\b/);
  });

  it.each(['development', 'production'] as const)(
    'responds in %s as the page describes',
    async (mode) => {
      const { startServer } = (await import(
        /* @vite-ignore */ pathToFileURL(
          join(folder, 'tests/support/server.ts'),
        ).href
      )) as typeof import('../examples/websocket-chat/tests/support/server.ts');
      const server = await startServer(mode);
      try {
        await checks[page]?.(server.url);
      } finally {
        await server.stop();
      }
    },
  );
});
