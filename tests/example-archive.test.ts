import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteConfig } from '../site.config.ts';
import { listExamples } from '../src/site/examples/catalogue.ts';
import { exampleSeed, sampledArchive } from '../scripts/examples/sample.ts';
import { listen } from '../scripts/site/ports.ts';
import { siteServer } from '../scripts/site/server.ts';
import { writeDownloads } from '../src/examples/downloads.ts';
import { archivePath, runCommands } from '../src/examples/index.ts';
import { runCommand } from './support/command.ts';

// Each installs a complete app from the registry: a sample with npm, or with EXAMPLE_ARCHIVES=all each with npm and pnpm.
const all = process.env['EXAMPLE_ARCHIVES'] === 'all';
const seed = exampleSeed(process.env);
const examples = listExamples();
const chosen = all ? examples : [sampledArchive(examples, seed)];

// Packages in the cache aren't fetched again.
const env = { npm_config_prefer_offline: 'true' };
const bound = 600_000;

/**
 * Runs the command of a package manager where only npm is installed. Yarn isn't tested: it looks up the packages of
 * every platform, and registries that mirror the public one don't have all of them.
 */
const runners = {
  npm: (command: string) => command,
  pnpm: (command: string) =>
    `npm exec --yes --package=pnpm@12.21.0 -- sh -c '${command}'`,
} as const;
const managers = all ? (['npm', 'pnpm'] as const) : (['npm'] as const);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'downloaded-'));
  console.log(
    `Archives of ${chosen.map(({ name }) => name).join(', ')}; EXAMPLE_SEED=${seed} chooses the same, EXAMPLE_ARCHIVES=all each.`,
  );
  writeDownloads({
    examplesDir: siteConfig.examplesDir,
    examples,
    folder: join(folder, 'site'),
    messages: (title) => ({ language: 'en', title, button: '', note: '' }),
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(chosen)('the archive of $name', ({ name, scripts }) => {
  it.each(managers)(
    'is installed and started by one command of %s in an empty folder, and passes its tests',
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
      const tests = runCommand(
        `cd '${join(home, name)}' && ${runners[manager](`${manager} test`)}`,
        env,
      );
      expect(await tests.ended(), tests.output()).toBe(0);
      expect(tests.output()).toMatch(/Tests +\d+ passed/);
    },
    bound,
  );

  it('shows the same command for yarn', () => {
    const [npm, , yarn] = runCommands(name, 'archive');
    expect(yarn?.command).toBe(
      npm.command
        .replace('npm install', 'yarn install')
        .replace('npm run dev', 'yarn dev'),
    );
    expect(scripts).toHaveProperty('dev');
  });
});

it('fails with the status of a wrong URL', async () => {
  const server = siteServer({ folder: join(folder, 'site'), baseUrl: '/' });
  const port = await listen(server, 0, 'the archives');
  const [npm] = runCommands('gone', `http://localhost:${port}/gone.tar.gz`);
  const run = runCommand(`cd '${folder}' && ${npm.command}`);
  expect(await run.ended()).not.toBe(0);
  expect(run.output()).toContain('404');
  server.close();
});
