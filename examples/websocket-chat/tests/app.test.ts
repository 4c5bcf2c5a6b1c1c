import { afterAll, beforeAll, describe } from 'vitest';
import { conversation } from './app/conversation';
import { withoutPlugin, withPlugin } from './app/dev-server';
import { urls } from './app/urls';
import { windows } from './app/windows';
import { type ServerPair, startBoth } from './support/server-pair';

let servers: ServerPair | undefined;

// Before the app starts, since two dev servers would overwrite each other's build in dist/.nitro.
withoutPlugin();

// In one file, so that all tests use the same two servers.
describe('the app', () => {
  beforeAll(async () => {
    servers = await startBoth({});
  });
  afterAll(() => servers?.stop());

  conversation(running);
  urls(running);
  windows(running);
  withPlugin(running);
});

function running(): ServerPair {
  if (!servers) throw new Error("The servers don't run.");
  return servers;
}
