import { afterAll, beforeAll } from 'vitest';
import { conversation } from './app/conversation.ts';
import { urls } from './app/urls.ts';
import { windows } from './app/windows.ts';
import { type ServerPair, startBoth } from './support/server-pair.ts';

let servers: ServerPair | undefined;

// One file, so that all of it is asked of the same two servers.
beforeAll(async () => {
  servers = await startBoth({});
});
afterAll(() => servers?.stop());

function running(): ServerPair {
  if (!servers) throw new Error('The servers do not run.');
  return servers;
}

conversation(running);
urls(running);
windows(running);
