import { startServer as startWithoutPlugins } from '#server-without-plugins';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectEvidence } from './support/evidence';
import { askBoth, type ServerPair, startBoth } from './support/server-pair';
import { startTogether } from './support/start-together';
import { askSocket } from './support/socket-outcome';

const env = { NITRO_APP_BASE_URL: '/base/' };
const file = 'src/server/routes/api/ws/echo.ts';
const url = '/base/api/ws/echo';
const answers = { websocket: 'answers' };
const silent = { websocket: 'opens and stays silent' };

describe('below a base URL', () => {
  let fixed: ServerPair;
  let unfixed: ServerPair;
  // Measured values for `evidence/base-url.json`.
  const measured: Record<string, object> = {};

  beforeAll(async () => {
    [fixed, unfixed] = await startTogether(
      startBoth(env),
      startBoth(env, startWithoutPlugins),
    );
  });
  afterAll(async () => {
    await fixed.stop();
    await unfixed.stop();
  });

  const ask = (servers: ServerPair, path: string) =>
    askBoth(servers, (server) => askSocket(server.url, path));

  it('a socket opens and stays silent without the plugin', async () => {
    const outcome = await ask(unfixed, url);
    measured['echoWithoutFix'] = { file, url, ...outcome };
    // If h3 or Nitro has fixed this, delete src/server/plugins/base-url-fix.ts.
    expect(outcome).toEqual({ development: silent, production: silent });
  });

  it('a socket responds with the plugin', async () => {
    const outcome = await ask(fixed, url);
    measured['echo'] = { file, url, ...outcome };
    expect(outcome).toEqual({ development: answers, production: answers });
  });

  it.each(['/api/ws/echo', '/base/api/nope', '/base', '/'])(
    'a socket at another URL is refused (%s)',
    async (path) => {
      const refused = { websocket: 'refused', status: 404 };
      const outcome = await ask(fixed, path);
      expect(outcome).toEqual({ development: refused, production: refused });
    },
  );

  it('routes and static files respond over HTTP as without it', async () => {
    const health = await askBoth(fixed, ({ url }) =>
      statusAndType(url, '/base/api/health'),
    );
    measured['health'] = {
      file: 'src/server/routes/api/health.get.ts',
      url: '/base/api/health',
      development: { get: health.development },
      production: { get: health.production },
    };
    expect(health.production).toMatchObject({ status: 200 });
    expect(health.development).toEqual(health.production);

    for (const { production } of [fixed, unfixed]) {
      const page = await (await fetch(`${production.url}/base/`)).text();
      const [, script = ''] = / src="(\/assets\/[^"]+\.js)"/.exec(page) ?? [];
      expect(
        await statusAndType(production.url, `/base${script}`),
      ).toMatchObject({
        status: 200,
        'content-type': expect.stringContaining('javascript') as unknown,
      });
    }
  });

  it('matches the evidence', async () => {
    await expectEvidence('base-url', { kind: 'routes', ...measured });
  });
});

async function statusAndType(server: string, path: string) {
  const { status, headers } = await fetch(server + path);
  return { status, 'content-type': headers.get('content-type') };
}
