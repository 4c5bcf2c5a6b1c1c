import { once } from 'node:events';
import { get } from 'node:https';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { askSocket } from './support/ask-socket';
import { expectEvidence } from './support/evidence';
import { openEventStream } from './support/event-stream';
import { freePort } from './support/free-port';
import { type Change, type Nginx, startNginx } from './support/nginx';
import { secureStream } from './support/secure-stream';
import { type AppServer, startServer } from './support/server';
import { startTogether } from './support/start-together';

const chat = '/api/ws/chat';
const upgrade = 'proxy_set_header Upgrade $http_upgrade;';
const connection = 'proxy_set_header Connection $connection_upgrade;';
const host = 'proxy_set_header Host $http_host;';
const unbuffered = 'proxy_buffering off;';
const deaf = 'proxy_ignore_headers X-Accel-Buffering;';

// Measured values for `evidence/nginx.json`.
const measured: Record<string, object> = {};
let quiet: AppServer;
let beating: AppServer;
let nginx: Nginx;

beforeAll(async () => {
  [quiet, beating] = await startTogether(
    startServer('production', { HEARTBEAT_SECONDS: '0' }),
    startServer('production', { HEARTBEAT_SECONDS: '1' }),
  );
});
afterEach(() => nginx.stop());
afterAll(async () => {
  await quiet.stop();
  await beating.stop();
});

/** Starts nginx with the example's configuration and a test's changes. */
async function behind(
  app: AppServer,
  changes: readonly Change[] = [],
  events = '',
): Promise<Nginx> {
  nginx = await startNginx([app.url], changes, events);
  return nginx;
}

const ask = (headers: Record<string, string> = {}, path = chat) =>
  askSocket(nginx.url + path, nginx.ca, headers);

it("a socket, a page and a redirect, with the example's configuration", async () => {
  await behind(quiet);
  const origin = nginx.url;
  const socket = await ask({ origin });
  expect(socket).toEqual({ socket: 'answers' });
  const foreign = await ask({ origin: 'https://elsewhere.example' });
  expect(foreign).toEqual({ socket: 'refused', status: 403 });
  const redirect = await fetch(`${nginx.plainUrl}/?name=Ada`, {
    redirect: 'manual',
  });
  expect(redirect.status).toBe(301);
  const page = await secureGet('/');
  expect(page.status).toBe(200);
  expect(page.body).toContain('Chat</h1>');
  measured['shipped'] = {
    ...{ scheme: 'wss:', ...socket, otherOrigin: foreign },
    ...{ page: page.status, plain: redirect.status },
  };
});

it.each<[string, Change[]]>([
  ['withoutUpgrade', [[upgrade, '']]],
  ['withoutConnection', [[connection, '']]],
])('no socket opens %s', async (name, changes) => {
  await behind(quiet, changes);
  const answer = await ask();
  expect(answer.socket).not.toBe('answers');
  measured[name] = answer;
});

it.each<[string, Change[]]>([
  ['withoutHost', [[host, '']]],
  ['withHostWithoutPort', [[host, 'proxy_set_header Host $host;']]],
])('the app rejects its own page %s', async (name, changes) => {
  await behind(quiet, changes);
  const page = await ask({ origin: nginx.url });
  expect(page).toEqual({ socket: 'refused', status: 403 });
  const program = await ask();
  measured[name] = { page, noBrowser: program };
});

describe('the events of a stream', () => {
  it.each<[string, Change[], 'at once' | 'held back']>([
    ['shipped', [], 'at once'],
    ['buffered', [[unbuffered, '']], 'at once'],
    ['bufferedWithoutHeader', [[unbuffered, deaf]], 'held back'],
    ['unbufferedWithoutHeader', [[unbuffered, unbuffered + deaf]], 'at once'],
    [
      'compressed',
      [[unbuffered, `${unbuffered} gzip on; gzip_types text/event-stream;`]],
      'at once',
    ],
  ])('%s', async (name, changes, expected) => {
    await behind(beating, changes);
    const stream = secureStream(`${nginx.url}/api/events`, {
      ca: nginx.ca,
    });
    // The same without nginx: the third heartbeat comes two seconds after the first.
    const direct = await openEventStream(`${beating.url}/api/events`);
    const first = stream.event(0).then(() => 'at once');
    const late = thirdHeartbeat(direct).then(
      () => 'held back',
      () => 'left',
    );
    const arrival = await (expected === 'at once'
      ? first
      : Promise.race([first, late]));
    expect(arrival).toBe(expected);
    measured[`stream-${name}`] = { events: arrival };
    stream.leave();
    direct.leave();
  });
});

it('disconnects idle clients, which a heartbeat prevents', async () => {
  const short: Change[] = [
    ['proxy_read_timeout 75s;', 'proxy_read_timeout 3s;'],
  ];
  await behind(quiet, short);
  const sockets: WebSocket[] = [];
  await askSocket(nginx.url + chat, nginx.ca, {}, sockets);
  const silentStream = secureStream(`${nginx.url}/api/events`, {
    ca: nginx.ca,
  });
  const [code] = (await once(sockets[0], 'close')) as [unknown];
  await silentStream.ended;
  expect(code).toBe(1006);
  await nginx.stop();

  await behind(beating, short);
  await askSocket(nginx.url + chat, nginx.ca, {}, sockets);
  const stream = secureStream(`${nginx.url}/api/events`, { ca: nginx.ca });
  const [, socket] = sockets;
  for (let beat = 0; beat < 5; beat++) await once(socket, 'ping');
  expect(socket.readyState).toBe(WebSocket.OPEN);
  await stream.event(5);
  socket.terminate();
  stream.leave();
  measured['silence'] = {
    ...{ withoutHeartbeat: { code, stream: 'ends' } },
    withHeartbeat: { socket: 'stays open', stream: 'goes on' },
  };
});

it('below a base path, sockets and routes respond, and the page lacks its scripts', async () => {
  await behind(quiet, [
    [
      /location \/ \{\s+proxy_pass http:\/\/chat;/,
      'location /base/ { proxy_pass http://chat/;',
    ],
  ]);
  const socket = await ask({ origin: nginx.url }, `/base${chat}`);
  expect(socket).toEqual({ socket: 'answers' });
  const health = await secureGet('/base/api/health');
  expect(health.status).toBe(200);
  const stream = secureStream(`${nginx.url}/base/api/events`, {
    ca: nginx.ca,
  });
  expect((await stream.event(0)).event).toBe('welcome');
  stream.leave();
  const page = await secureGet('/base/');
  const script = / src="([^"]+\.js)"/.exec(page.body)?.[1] ?? '';
  expect(script).toMatch(/^\/assets\//);
  const { status } = await secureGet(script);
  measured['basePath'] = {
    ...{ ...socket, health: health.status, stream: 'answers' },
    page: { status: page.status, script: status },
  };
  expect(status).toBe(404);
});

it('sends its own error page without a process', async () => {
  nginx = await startNginx([`http://127.0.0.1:${await freePort()}`]);
  const socket = await ask();
  expect(socket).toEqual({ socket: 'refused', status: 502 });
  const stream = await secureGet('/api/events');
  expect(stream.status).toBe(502);
  measured['noProcess'] = { ...socket, stream: stream.status };
});

it('can handle half as many sockets as connections', async () => {
  const connections = 64;
  await behind(quiet, [], `worker_connections ${connections};`);
  const sockets: WebSocket[] = [];
  let refused = 0;
  while (refused === 0 && sockets.length < connections) {
    const { socket } = await askSocket(nginx.url + chat, nginx.ca, {}, sockets);
    if (socket !== 'answers') refused += 1;
  }
  const open = sockets.length;
  for (const socket of sockets) socket.terminate();
  expect(await nginx.errors()).toContain(
    `${connections} worker_connections are not enough`,
  );
  expect(open).toBeLessThanOrEqual(connections / 2);
  expect(open).toBeGreaterThan(connections / 2 - 8);
  measured['workerConnections'] = {
    ...{ connections, sockets: 'less than half as many' },
  };
});

it('matches the evidence', async () => {
  await behind(quiet);
  await expectEvidence('nginx', { kind: 'facts', ...measured });
});

async function thirdHeartbeat(
  stream: Awaited<ReturnType<typeof openEventStream>>,
): Promise<void> {
  for (let beats = 0; beats < 3;) {
    const { event } = await stream.next();
    if (event === 'heartbeat') beats += 1;
  }
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

/** `fetch` has no option for trusted certificates. */
function secureGet(path: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const url = new URL(path, nginx.url);
    get(url, { ca: nginx.ca }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (text: string) => (body += text));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body }),
      );
    }).on('error', reject);
  });
}
