import { get } from 'node:http';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { expectEvidence } from '../support/evidence';
import type { Apps } from '../support/running-servers';
import { type AppServer, startServer } from '../support/server';
import { askBoth } from '../support/server-pair';

const forwarded = '192.0.2.66, 203.0.113.7';
const host = 'app.tunnel.example';

/** Tests addresses of clients and names of hosts. */
export function addresses(apps: () => Apps): void {
  describe('the address', () => {
    // Measured values for `evidence/addresses.json`.
    const measured: Record<string, object> = {};

    it('of h3 can be forged, and is unknown in development', async () => {
      const outcome = await askBoth(apps().wrong, async ({ url }) => {
        const headers = { 'x-forwarded-for': forwarded };
        const response = await fetch(`${url}/api/request-ip`, { headers });
        return (await response.json()) as object;
      });
      measured['requestIp'] = outcome;
      expect(outcome.production).toEqual({
        default: '127.0.0.1',
        forwarded: '192.0.2.66',
      });
    });

    it('is that of the connection without a proxy', async () => {
      const outcome = await askBoth(apps().right, addressesOf);
      measured['withoutProxy'] = outcome;
      expect(outcome.production).toEqual({
        route: '127.0.0.1',
        socket: '127.0.0.1',
      });
    });

    it('is that which the trusted proxy has added', async () => {
      const server = await startServer('production', { TRUSTED_PROXIES: '1' });
      const one = await addressesOf(server);
      await server.stop();
      const next = await startServer('production', { TRUSTED_PROXIES: '2' });
      const two = await addressesOf(next);
      await next.stop();
      measured['behindProxies'] = { one, two };
      expect(one).toEqual({ route: '203.0.113.7', socket: '203.0.113.7' });
      expect(two).toEqual({ route: '192.0.2.66', socket: '192.0.2.66' });
    });

    it('of another host is blocked in development, unless it is listed', async () => {
      const other = await askBoth(apps().right, (server) => hostOf(server));
      const listed = await hostOf(apps().wrong.development);
      measured['host'] = { other, listed };
      expect(other.development.status).toBe(403);
      expect(other.development.text).toContain('Blocked request');
      expect(other.production.status).toBe(200);
      expect(listed.status).toBe(200);
    });

    it('matches the evidence', async () => {
      await expectEvidence('addresses', { kind: 'facts', ...measured });
    });
  });
}

async function addressesOf({
  url,
}: AppServer): Promise<{ route: string; socket: string }> {
  const headers = { 'x-forwarded-for': forwarded };
  const response = await fetch(`${url}/api/address`, { headers });
  const { address } = (await response.json()) as { address?: string };
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/ws/address`, {
    headers,
  });
  await once(socket, 'open');
  socket.send('Who am I?');
  const [data] = (await once(socket, 'message')) as [Buffer];
  socket.close();
  return { route: address || 'unknown', socket: data.toString() || 'unknown' };
}

/** Sends a request and an upgrade with another host. */
async function hostOf({
  url,
}: AppServer): Promise<{ status: number; text?: string; socket: string }> {
  const { status, text } = await new Promise<{ status: number; text: string }>(
    (resolve, reject) => {
      get(`${url}/api/time`, { headers: { host } }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, text: body }),
        );
      }).on('error', reject);
    },
  );
  const socket = new WebSocket(`${url.replace('http', 'ws')}/api/ws/address`, {
    headers: { host },
  });
  const opened = await once(socket, 'open').then(
    () => 'opens',
    () => 'refused',
  );
  socket.close();
  const shown = status === 200 ? {} : { text: text.split('\n', 1)[0] };
  return { status, ...shown, socket: opened };
}
