import { afterAll, beforeAll } from 'vitest';
import { type Apps, startApps, stopApps } from './support/apps';
import { firstEvent } from './symptoms/first-event';
import { handshake } from './symptoms/handshake';
import { publishedObject } from './symptoms/published-object';
import { rendering } from './symptoms/rendering';

let apps: Apps | undefined;

// In one file, so that all tests use the same four servers.
beforeAll(async () => {
  apps = await startApps();
});
afterAll(() => stopApps(apps));

function running(): Apps {
  if (!apps) throw new Error('The servers do not run.');
  return apps;
}

handshake(running);
publishedObject(running);
firstEvent(running);
rendering(running);
