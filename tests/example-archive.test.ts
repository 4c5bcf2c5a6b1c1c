import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { content } from '../content.ts';
import { listExamples } from '../scripts/examples/catalogue.ts';
import { drawn, exampleSeed, takenHome } from '../scripts/examples/drawn.ts';
import { listen } from '../scripts/site/listen.ts';
import { siteServer } from '../scripts/site/server.ts';
import { runCommands } from '../src/examples/commands.ts';
import { writeDownloads } from '../src/examples/downloads.ts';
import { archivePath } from '../src/examples/index.ts';
import { runCommand } from './support/command.ts';

/** Each installs a whole app from the registry: one at random, or all when somebody asks. */
const all = process.env['EXAMPLE_ARCHIVES'] === 'all';
const seed = exampleSeed(process.env);
const examples = listExamples();
const chosen = all ? examples : [takenHome(examples, seed)];
const managers = ['npm', 'pnpm'] as const;

// What has been fetched once from the registry need not be fetched again.
const env = { npm_config_prefer_offline: 'true' };
const bound = 600_000;

/**
 * What runs the command of a manager where only npm is installed. Yarn is not tried: it looks up the packages of every
 * platform, and registries that mirror the public one do not have all of them.
 */
const runners = {
  npm: (command: string) => command,
  pnpm: (command: string) =>
    `npm exec --yes --package=pnpm@12.21.0 -- sh -c '${command}'`,
} as const;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'downloaded-'));
  console.log(
    `Archives of ${chosen.map(({ name }) => name).join(', ')}; EXAMPLE_SEED=${seed} chooses the same, EXAMPLE_ARCHIVES=all each.`,
  );
  writeDownloads({
    examplesDir: content.examplesDir,
    examples,
    folder: join(folder, 'site'),
    words: (title) => ({ language: 'en', title, button: '', note: '' }),
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(chosen)('$name, taken home', ({ name, scripts }) => {
  it(
    'installs from the registry alone, builds and passes its tests',
    async () => {
      const home = join(folder, 'zip');
      const zip = await readFile(
        join(folder, 'site', archivePath(name, 'zip')),
      );
      for (const [path, bytes] of Object.entries(unzipSync(zip))) {
        await mkdir(dirname(join(home, path)), { recursive: true });
        await writeFile(join(home, path), bytes);
      }
      // `npm test` builds before it tests, but where an example builds within its tests.
      const steps = ['npm install --no-audit --no-fund', 'npm test'];
      const run = runCommand(
        `cd '${join(home, name)}' && ${steps.join(' && ')}`,
        env,
      );
      expect(await run.ended(), run.output()).toBe(0);
      expect(run.output()).toMatch(/Tests +\d+ passed/);
    },
    bound,
  );

  it.each(all ? managers : [drawn(managers, seed)])(
    'runs by one command of %s in an empty folder',
    async (manager) => {
      const server = siteServer({
        folder: join(folder, 'site'),
        baseUrl: '/',
      });
      const port = await listen(server, 0, 'the archives');
      const home = join(folder, manager);
      await mkdir(home);
      const archive = `http://localhost:${port}/${archivePath(name, 'tar.gz')}`;
      const { command = '' } =
        runCommands(name, archive).find((one) => one.manager === manager) ?? {};
      const run = runCommand(
        `cd '${home}' && ${runners[manager](command)}`,
        env,
      );
      try {
        const [, url = ''] = await run.prints(
          /(http:\/\/localhost:\d+)\//,
          bound / 1000,
        );
        const page = await fetch(url);
        expect(page.status).toBe(200);
        expect(await page.text()).toContain('<app-root');
      } finally {
        await run.interrupt();
        server.close();
      }
    },
    bound,
  );

  it('shows the same for yarn', () => {
    const [npm, , yarn] = runCommands(name, 'archive');
    expect(yarn?.command).toBe(
      npm?.command
        .replace('npm install', 'yarn install')
        .replace('npm run dev', 'yarn dev'),
    );
    expect(scripts).toHaveProperty('dev');
  });
});

it('a wrong address leaves nothing behind, and says so', async () => {
  const server = siteServer({ folder: join(folder, 'site'), baseUrl: '/' });
  const port = await listen(server, 0, 'the archives');
  const [npm] = runCommands('gone', `http://localhost:${port}/gone.tar.gz`);
  const run = runCommand(`cd '${folder}' && ${npm?.command ?? ''}`);
  expect(await run.ended()).not.toBe(0);
  expect(run.output()).toContain('404');
  server.close();
});
