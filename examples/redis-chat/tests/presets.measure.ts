import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import WebSocket from 'ws';
import { answers } from './support/answers';
import { buildPreset, hasSocketAdapter } from './support/build-preset';
import { ChatClient } from './support/chat-client';
import { expectEvidence } from './support/evidence';
import { freePort } from './support/free-port';
import { Redis } from './support/redis';

const npx = (program: string) => ['npm', 'exec', '--yes', '--', program];
const server = 'dist/analog/server/index.mjs';
const clients = 9;

/** Commands that start the build of a preset; presets for other platforms are only built. */
const presets: Readonly<Record<string, readonly string[] | undefined>> = {
  'node-server': ['node', server],
  'node-cluster': ['node', server],
  bun: [...npx('bun@1.4.5'), 'run', server],
  'deno-server': [...npx('deno@2.9.6'), 'run', '--allow-all', server],
  'cloudflare-module': undefined,
  'cloudflare-durable': undefined,
  vercel: undefined,
  netlify: undefined,
  'aws-lambda': undefined,
};

// Includes a build, and a download the first time.
const timeout = 900_000;

it.each(Object.entries(presets))('%s', { timeout }, async (preset, command) => {
  // Redis needs Node's sockets, and its client doesn't build without them.
  const without = preset.startsWith('cloudflare')
    ? ['src/server/plugins/redis.ts']
    : [];
  const copy = await buildPreset(preset, without);
  await expectEvidence(`preset-${preset}`, {
    kind: 'facts',
    build: without.length > 0 ? 'passes without Redis' : 'passes',
    adapter: (await hasSocketAdapter(copy)) ? 'there' : 'missing',
    ...(command
      ? await runs(copy, command, preset === 'node-cluster' ? 2 : 1)
      : { sockets: 'not run' }),
  });
});

async function runs(
  copy: string,
  command: readonly string[],
  processes: number,
): Promise<object> {
  const redis = await Redis.start();
  try {
    return {
      ...(await withServer(copy, command, {}, async (url) => ({
        ...{ sockets: 'answer', publish: await reachOfPublish(url, processes) },
        chat: await reachOfChat(url),
      }))),
      ...(await withServer(
        copy,
        command,
        { REDIS_URL: redis.url },
        async (url) => ({ chatOnRedis: await reachOfChat(url) }),
      )),
    };
  } finally {
    await redis.stop();
  }
}

async function withServer<T>(
  copy: string,
  [program = '', ...args]: readonly string[],
  env: Record<string, string>,
  use: (url: string) => Promise<T>,
): Promise<T> {
  const port = await freePort();
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(program, args, {
    cwd: copy,
    // A process group, so that children and workers are stopped, too.
    detached: true,
    env: {
      ...{ PATH, HOME, TMPDIR, HOST: '127.0.0.1', PORT: `${port}` },
      ...{ NITRO_CLUSTER_WORKERS: '2', ...env },
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    await answers(port, () => expect(child.exitCode).toBeNull());
    return await use(`http://127.0.0.1:${port}`);
  } finally {
    await endGroup(child);
  }
}

async function endGroup(child: ChildProcess): Promise<void> {
  if (child.pid !== undefined && child.exitCode === null) {
    const exited = once(child, 'exit');
    process.kill(-child.pid, 'SIGKILL');
    await exited;
  }
}

/** Determines which clients receive a published message: all, or those of the same process. */
async function reachOfPublish(url: string, count: number): Promise<string> {
  const sockets: WebSocket[] = [];
  const processes: string[] = [];
  const heard = new Map<WebSocket, string[]>();
  // The first sockets may connect before all processes run.
  while (sockets.length < clients || new Set(processes).size < count) {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/ws/publish`);
    const [first] = (await once(socket, 'message')) as [Buffer];
    socket.on('message', (data: Buffer) => {
      heard.set(socket, [...(heard.get(socket) ?? []), data.toString()]);
    });
    sockets.push(socket);
    processes.push(first.toString());
  }
  for (const [index, socket] of sockets.entries()) socket.send(`from ${index}`);
  const mates = processes.map(
    (own) => processes.filter((other) => other === own).length - 1,
  );
  const numbers = () => sockets.map((socket) => heard.get(socket)?.length ?? 0);
  // Each receives at least the messages of its process.
  await expect
    .poll(() => numbers().every((number, at) => number >= (mates[at] ?? 0)), {
      timeout: 60_000,
    })
    .toBe(true);
  const reached = numbers();
  for (const socket of sockets) socket.terminate();
  if (reached.every((number) => number === sockets.length - 1)) {
    return 'all others';
  }
  expect(reached).toEqual(mates);
  return 'its own process';
}

/** Returns how many clients of the chat receive a message. */
async function reachOfChat(url: string): Promise<string> {
  const members = Array.from(
    { length: clients },
    (_, index) => new ChatClient(url, `Client ${index + 1}`),
  );
  await Promise.all(members.map((one) => one.until((c) => c.isConnected)));
  // One message of each, so that every reachable client has received something.
  for (const member of members) member.say(member.name);
  await Promise.all(
    members.map((one) => one.until((c) => c.state.pending.length === 0)),
  );
  const all = () => members.every(({ texts }) => texts.length === clients);
  let reach = 'all';
  try {
    await expect.poll(all, { timeout: 5_000 }).toBe(true);
  } catch {
    reach = 'a part';
  }
  for (const member of members) member.end();
  return reach;
}
