import { afterAll, beforeAll } from 'vitest';
import { addresses } from './app/addresses';
import { backend } from './app/backend';
import { cors } from './app/cors';
import { environment } from './app/environment';
import { httpErrors } from './app/http-errors';
import { middleware } from './app/middleware';
import { prerendering } from './app/prerendering';
import { streams } from './app/streams';
import { type Apps, startApps, stopApps } from './support/running-servers';

let apps: Apps | undefined;

// In one file, so that all tests use the same four servers. Middleware ends one of them, so it comes last.
beforeAll(async () => {
  apps = await startApps();
});
afterAll(() => stopApps(apps));

function running(): Apps {
  if (!apps) throw new Error("The servers don't run.");
  return apps;
}

cors(running);
environment(running);
prerendering(running);
httpErrors(running);
streams(running);
backend(running);
addresses(running);
middleware(running);
