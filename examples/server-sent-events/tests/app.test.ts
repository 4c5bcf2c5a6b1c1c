import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { answer } from './app/answer';
import { eventStream } from './app/event-stream';
import { page } from './app/page';
import { routes } from './app/routes';
import { serverThatGoesAway } from './app/server-that-goes-away';
import { describeBothServers } from './support/both-servers';
import { launchBrowser } from './support/browser';
import { type ServerPair, startBoth } from './support/server-pair';

let servers: ServerPair | undefined;
let browser: Browser | undefined;

// In one file, so that all tests use the same two servers.
beforeAll(async () => {
  browser = await launchBrowser();
  servers = await startBoth({});
});
afterAll(() => Promise.all([servers?.stop(), browser?.close()]));

function running(): ServerPair {
  if (!servers) throw new Error('The servers do not run.');
  return servers;
}

function openBrowser(): Browser {
  if (!browser) throw new Error('There is no browser.');
  return browser;
}

describeBothServers('the app', (mode) => {
  // First, since its record starts with the first event of the server.
  eventStream(() => running()[mode]);
  page(() => running()[mode], openBrowser);
  answer(() => running()[mode], openBrowser);
});
serverThatGoesAway(openBrowser);
routes(running);
