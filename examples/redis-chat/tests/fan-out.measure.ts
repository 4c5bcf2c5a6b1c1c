import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { afterEach, expect, it } from 'vitest';
import WebSocket from 'ws';
import { ChatClient } from './support/chat-client';
import { expectEvidence } from './support/evidence';
import { startHealthy } from './support/healthy-app';
import { processorTime, residentMemory } from './support/process-usage';
import { Redis } from './support/redis';
import { type AppServer, startServer } from './support/server';
import { planFor } from './support/ten-million';

const listeners = 400;
const messages = 500;
const idle = 4_000;

interface Run {
  readonly processes: number;
  /** Milliseconds of processor time. */
  readonly busiest: number;
  readonly all: number;
  readonly redis: number;
}

const runs: Run[] = [];
let kibPerClient = 0;
let apps: AppServer[] = [];
let redis: Redis | undefined;
let sockets: WebSocket[] = [];

afterEach(async () => {
  for (const socket of sockets) socket.terminate();
  sockets = [];
  await Promise.all(apps.map((app) => app.stop()));
  apps = [];
  await redis?.stop();
  redis = undefined;
});

it.each([0, 1, 2, 3, 4])(
  'all messages to all clients, on %d processes with Redis',
  async (count) => {
    redis = count > 0 ? await Redis.start() : undefined;
    const env: Record<string, string> = redis ? { REDIS_URL: redis.url } : {};
    for (let index = 0; index < Math.max(count, 1); index++) {
      apps.push(await startHealthy(env));
    }
    const speaker = new ChatClient(apps[0]?.url ?? '', 'Speaker');
    await speaker.until(({ isConnected }) => isConnected);
    const heard = await listen();
    const pids = apps.map(({ process }) => process.pid ?? 0);
    const before = pids.map(processorTime);
    const redisBefore = redis ? processorTime(redis.pid) : 0;
    for (let number = 0; number < messages; number++) {
      speaker.say(`${number}`.padStart(64, '.'));
      await speaker.until(({ state }) => state.pending.length < 10);
    }
    await expect
      .poll(() => heard.every((count) => count === messages), {
        timeout: 120_000,
      })
      .toBe(true);
    const spent = pids.map((pid, at) => processorTime(pid) - (before[at] ?? 0));
    runs.push({
      processes: count,
      busiest: Math.max(...spent),
      all: spent.reduce((sum, one) => sum + one, 0),
      redis: redis ? processorTime(redis.pid) - redisBefore : 0,
    });
    speaker.end();
  },
);

it('idle clients', async () => {
  const app = await startServer('production', { HEARTBEAT_SECONDS: '0' });
  apps.push(app);
  const pid = app.process.pid ?? 0;
  // Warm-up.
  await openSockets(app.url, 200);
  const before = residentMemory(pid);
  await openSockets(app.url, idle);
  kibPerClient = (residentMemory(pid) - before) / idle;
});

it('matches the evidence', async () => {
  const [inMemory] = runs;
  if (runs.length < 5) throw new Error('A run is missing.');
  const micro = (inMemory.busiest * 1000) / (listeners * messages);
  const measured = {
    microsecondsPerDelivery: Number(micro.toPrecision(2)),
    kibPerClient: Math.ceil(kibPerClient),
  };
  const assumed = {
    clients: 10_000_000,
    secondsBetweenMessages: 10,
    clientsPerProcess: 20_000,
    processesPerMachine: 16,
    bytesPerMessage: 200,
  };
  const [lowest = 0, highest = 0] = readFileSync(
    '/proc/sys/net/ipv4/ip_local_port_range',
    'utf8',
  )
    .split(/\s+/)
    .map(Number);
  await expectEvidence('fan-out', {
    kind: 'facts',
    machine: { cores: cpus().length, listeners, messages },
    ...{ measured, assumed, plan: planFor(measured, assumed) },
    portsToOneAddress: highest - lowest + 1,
    // Relative to a single process without Redis.
    processes: Object.fromEntries(
      runs.map(({ processes, busiest, all, redis }) => [
        processes === 0 ? 'memory' : processes,
        {
          busiest: ratio(busiest, inMemory.busiest),
          all: ratio(all, inMemory.busiest),
          redis: ratio(redis, inMemory.busiest),
        },
      ]),
    ),
  });
});

function ratio(value: number, baseline: number): number {
  return Number((value / baseline).toFixed(2));
}

/** Connects the same number of listeners to each process; counts the messages of each. */
async function listen(): Promise<number[]> {
  const heard = Array.from({ length: listeners }, () => 0);
  for (let index = 0; index < listeners; index++) {
    const url = apps[index % apps.length]?.url ?? '';
    const [socket] = await openSockets(url, 1);
    socket.on('message', () => (heard[index] = (heard[index] ?? 0) + 1));
  }
  return heard;
}

/** Opens sockets, and waits for their welcomes. */
async function openSockets(url: string, count: number): Promise<WebSocket[]> {
  const opened: WebSocket[] = [];
  for (let index = 0; index < count; index++) {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/ws/chat`, {
      perMessageDeflate: false,
    });
    await once(socket, 'message');
    opened.push(socket);
  }
  sockets.push(...opened);
  return opened;
}
