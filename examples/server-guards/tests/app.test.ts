import { afterAll, beforeAll } from 'vitest';
import { guards } from './app/guards.ts';
import { page } from './app/page.ts';
import { shutdown } from './app/shutdown.ts';
import { type Apps, startApps, stopApps } from './support/guarded-apps.ts';

let apps: Apps | undefined;

// In one file, so that all tests use the same servers. The last part stops one of them.
beforeAll(async () => {
  apps = await startApps();
});
afterAll(() => stopApps(apps));

function running(): Apps {
  if (!apps) throw new Error("The servers don't run.");
  return apps;
}

guards(running);
page(running);
shutdown(running);
