import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectEvidence } from './support/evidence.ts';
import { chatUrl } from './support/room.ts';
import { type AppServer, startServer } from './support/server.ts';
import { Wire } from './support/wire.ts';

const file = 'src/server/routes/api/ws/chat.ts';
const origin = 'https://elsewhere.example';

describe('what answers at which URL', () => {
  let development: AppServer;
  let production: AppServer;

  beforeAll(async () => {
    development = await startServer('development');
    production = await startServer('production');
  });
  afterAll(() => Promise.all([development.stop(), production.stop()]));

  const onBoth = async (url: string) => ({
    url,
    development: await measure(development, url),
    production: await measure(production, url),
  });

  it('is as recorded', async () => {
    await expectEvidence('routes', {
      kind: 'routes',
      chat: { file, ...(await onBoth(chatUrl)) },
      chatFromOtherOrigin: {
        file,
        url: chatUrl,
        origin,
        development: await refusal(development),
        production: await refusal(production),
      },
      chatWithSlash: { file, ...(await onBoth(`${chatUrl}/`)) },
      chatWithQuery: { file, ...(await onBoth(`${chatUrl}?name=Ada`)) },
      withoutApi: await onBoth('/ws/chat'),
      unknown: await onBoth('/api/nope'),
      page: await onBoth('/'),
    });
  });
});

async function measure(server: AppServer, url: string) {
  return {
    websocket: (await answersPing(server, url))
      ? 'answers'
      : 'opens and stays silent',
    get: await get(server, url),
  };
}

async function answersPing(server: AppServer, url: string): Promise<boolean> {
  const wire = new Wire(server.url);
  try {
    const asked = await wire.connect('asked', url);
    asked.send('ping');
    // Once the chat has answered somebody who asked later, no answer is due.
    const other = await wire.connect('other', chatUrl);
    other.send('ping');
    await expect.poll(() => other.next()).toMatchObject({ payload: 'pong' });
    return await asked.hears(500);
  } finally {
    wire.end();
  }
}

async function refusal(server: AppServer) {
  const wire = new Wire(server.url);
  return {
    websocket: 'refused',
    status: await wire.refusal(chatUrl, { origin }),
  };
}

async function get(server: AppServer, url: string) {
  const response = await fetch(new URL(url, server.url));
  const { status, statusText, headers } = response;
  return { status, statusText, 'content-type': headers.get('content-type') };
}
