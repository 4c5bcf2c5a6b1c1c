import { describe, expect, it } from 'vitest';
import type { Apps } from '../support/running-servers';
import { startWithEnvFile } from '../support/env-file';
import { expectEvidence } from '../support/evidence';
import { inBuild } from '../support/files';
import { startServer } from '../support/server';
import { askBoth } from '../support/server-pair';

const fromFile = 'Hello from .env';
const notSet = 'not set';

/** Tests environment variables and the runtime config. */
export function environment(apps: () => Apps): void {
  describe('the environment', () => {
    // Measured values for `evidence/environment.json`.
    const measured: Record<string, object> = {};

    it('includes .env in development only', async () => {
      const outcome = await askBoth(apps().right, ({ url }) => values(url));
      measured['envFile'] = outcome;
      expect(outcome).toEqual({
        development: { greeting: fromFile, pageSize: 50 },
        production: { greeting: notSet, pageSize: 20 },
      });
    });

    it('includes .env with --env-file, unless a variable is set', async () => {
      const server = await startWithEnvFile();
      const other = await startWithEnvFile({ GREETING: 'From the shell' });
      const outcome = {
        option: await values(server.url),
        optionAndShell: await values(other.url),
      };
      await Promise.all([server.stop(), other.stop()]);
      measured['option'] = outcome;
      expect(outcome).toEqual({
        option: { greeting: fromFile, pageSize: 50 },
        optionAndShell: { greeting: 'From the shell', pageSize: 50 },
      });
    });

    it('sets the runtime config when the server starts', async () => {
      const server = await startServer('production', { NITRO_PAGE_SIZE: '75' });
      const outcome = await values(server.url);
      await server.stop();
      measured['runtimeConfig'] = outcome;
      expect(outcome.pageSize).toBe(75);
    });

    it('becomes part of the code with the prefix VITE_ only', async () => {
      const outcome = {
        prefixed: await inBuild('Title from .env'),
        other: await inBuild(fromFile),
        secret: await inBuild('for-development-only-'),
      };
      measured['build'] = outcome;
      expect(outcome).toEqual({
        prefixed: { browser: true, server: true },
        other: { browser: false, server: false },
        secret: { browser: false, server: false },
      });
    });

    it('keeps the title of the build, whatever the server has', async () => {
      const server = await startServer('production', { VITE_TITLE: 'Changed' });
      const page = await (await fetch(server.url)).text();
      await server.stop();
      const [, title = ''] = /<h1>([^<]*)/.exec(page) ?? [];
      measured['title'] = { changedVariable: title };
      expect(title).toBe('Title from .env');
    });

    it('is missing in the browser', async () => {
      const page = await apps().browser.newPage();
      const thrown = await page.evaluate(() => {
        try {
          return String(process.env['GREETING']);
        } catch (error) {
          return String(error);
        }
      });
      await page.close();
      measured['browser'] = { processEnv: thrown };
      expect(thrown).toBe('ReferenceError: process is not defined');
    });

    it('matches the evidence', async () => {
      await expectEvidence('environment', { kind: 'facts', ...measured });
    });
  });
}

/** What the routes read from the environment. */
async function values(
  url: string,
): Promise<{ greeting: unknown; pageSize: unknown }> {
  const greeting = await json(`${url}/api/greeting`);
  const settings = await json(`${url}/api/settings`);
  return { greeting: greeting['greeting'], pageSize: settings['pageSize'] };
}

async function json(url: string): Promise<Record<string, unknown>> {
  return (await (await fetch(url)).json()) as Record<string, unknown>;
}
