import { describe, expect, it } from 'vitest';
import { expectEvidence } from '../support/evidence';
import { chatUrl } from '../support/room';
import type { AppServer } from '../support/server';
import type { ServerPair } from '../support/server-pair';
import { Wire } from '../support/wire';

const file = 'src/server/routes/api/ws/chat.ts';
const origin = 'https://elsewhere.example';

/** Tests which route responds at each URL. */
export function urls(running: () => ServerPair): void {
  describe('routes of URLs', () => {
    const onBoth = async (url: string) => ({
      url,
      development: await measure(running().development, url),
      production: await measure(running().production, url),
    });

    it('matches the evidence', async () => {
      await expectEvidence('routes', {
        kind: 'routes',
        chat: { file, ...(await onBoth(chatUrl)) },
        chatFromOtherOrigin: {
          file,
          url: chatUrl,
          origin,
          development: await refusal(running().development),
          production: await refusal(running().production),
        },
        chatWithSlash: { file, ...(await onBoth(`${chatUrl}/`)) },
        chatWithQuery: { file, ...(await onBoth(`${chatUrl}?name=Ada`)) },
        withoutApi: await onBoth('/ws/chat'),
        unknown: await onBoth('/api/nope'),
        page: await onBoth('/'),
      });
    });
  });
}

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
    // Once the chat has answered a later client, no response is missing.
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
