import { expect, it } from 'vitest';
import { expectEvidence } from '../support/evidence';
import type { Apps } from '../support/running-servers';
import type { AppServer } from '../support/server';
import { askBoth } from '../support/server-pair';

const seconds = 3;

/** Tests an event stream with a cache rule. */
export function streams(apps: () => Apps): void {
  it('a cache rule never answers a stream', async () => {
    const outcome = await askBoth(apps().wrong, async (server) => {
      const [cached, events] = await Promise.all([
        firstBytes(server, '/api/cached-events'),
        firstBytes(server, '/api/events'),
      ]);
      return { cached, events };
    });
    const expected = { cached: 'never answers', events: 'sends events' };
    expect(outcome).toEqual({ development: expected, production: expected });
    await expectEvidence('streams', {
      kind: 'facts',
      watchedFor: `${seconds} s`,
      ...outcome,
    });
  });
}

async function firstBytes({ url }: AppServer, path: string): Promise<string> {
  const signal = AbortSignal.timeout(seconds * 1000);
  try {
    const { body } = await fetch(url + path, { signal });
    const reader = body?.getReader();
    const first = await reader?.read();
    await reader?.cancel();
    return first?.value ? 'sends events' : 'ends';
  } catch {
    return 'never answers';
  }
}
