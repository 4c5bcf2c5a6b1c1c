import { afterAll, beforeAll } from 'vitest';
import { guards } from './app/guards';
import { page } from './app/page';
import { shutdown } from './app/shutdown';
import { type Apps, startApps, stopApps } from './support/guarded-apps';

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
