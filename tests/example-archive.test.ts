import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { content } from '../content.ts';
import { listExamples } from '../scripts/examples/catalogue.ts';
import { listen } from '../scripts/site/listen.ts';
import { siteServer } from '../scripts/site/server.ts';
import { runCommands } from '../src/examples/commands.ts';
import { writeDownloads } from '../src/examples/downloads.ts';
import { archivePath } from '../src/examples/index.ts';
import { runCommand } from './support/command.ts';

/** Each installs a whole app from the registry: one of those whose tests are quick, or all when somebody asks. */
const quick = ['api-routes', 'server-guards', 'symptoms'];
const all = process.env['EXAMPLE_ARCHIVES'] === 'all';
const seed = Number(process.env['EXAMPLE_SEED'] ?? Date.now() % 1000);
const examples = listExamples();
const chosen = examples.filter(
  ({ name }) => all || name === quick[seed % quick.length],
);

// What has been fetched once from the registry need not be fetched again.
const env = { npm_config_prefer_offline: 'true' };
const bound = all ? 600_000 : 180_000;

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

  it(
    'runs by one command in an empty folder',
    async () => {
      const server = siteServer({
        folder: join(folder, 'site'),
        baseUrl: '/',
      });
      const port = await listen(server, 0, 'the archives');
      const home = join(folder, 'command');
      await mkdir(home);
      const archive = `http://localhost:${port}/${archivePath(name, 'tar.gz')}`;
      const [npm, ...others] = runCommands(name, archive);
      const run = runCommand(`cd '${home}' && ${npm?.command ?? ''}`, env);
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
      // The others run the same script; they are no part of what the tests install.
      for (const { manager, command } of others) {
        expect(command).toBe(
          npm?.command
            .replace('npm install', `${manager} install`)
            .replace('npm run dev', `${manager} dev`),
        );
      }
      expect(scripts).toHaveProperty('dev');
    },
    bound,
  );
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
