import { type ClientKind, type Crowd, openCrowd } from './clients.ts';
import {
  type Contender,
  type ContenderName,
  type RunningContender,
  startContender,
} from './contender.ts';
import { broadcastRound, echoRound, type Round } from './rounds.ts';

/** Options of a measurement. */
export interface Load {
  /** Connections to each server. */
  readonly connections: number;
  readonly rounds: number;
  /** Duration of a round. */
  readonly seconds: number;
}

/** Memory for a number of connections. */
export interface Growth {
  readonly connections: number;
  /** Bytes of live objects. */
  readonly live: number;
  /** Bytes of resident memory. */
  readonly resident: number;
}

/** Measurements of a server. */
export interface Measured {
  readonly name: ContenderName;
  readonly growth: readonly Growth[];
  /** Empty for streams, whose clients send nothing. */
  readonly echo: readonly Round[];
  readonly broadcast: readonly Round[];
}

/** Number of memory measurements while connections are opened. */
const readings = 5;

/**
 * Compares servers. All keep their connections open, and each round measures them one after the other, so that other load on the
 * machine affects all of them.
 *
 * @param kind kind of the clients
 * @param print prints a line
 * @throws if a server doesn't start, or loses a client
 */
export async function measureLoad(
  kind: ClientKind,
  contenders: readonly Contender[],
  { connections, rounds, seconds }: Load,
  print: (line: string) => void,
): Promise<Measured[]> {
  const running: RunningContender[] = [];
  const crowds: Crowd[] = [];
  try {
    const all: (Measured & Field)[] = [];
    for (const contender of contenders) {
      const server = await startContender(contender);
      running.push(server);
      const { crowd, growth } = await grow(kind, server, connections);
      crowds.push(crowd);
      const { name } = contender;
      all.push({ name, server, crowd, growth, echo: [], broadcast: [] });
      print(`${name}: ${connections} ${kind}s are open`);
    }
    for (let round = 0; round <= rounds; round += 1) {
      for (const { name, server, crowd, echo, broadcast } of all) {
        const echoed =
          kind === 'socket'
            ? await echoRound(server, crowd, seconds)
            : undefined;
        const sent = await broadcastRound(server, crowd, seconds);
        // Warm-up.
        if (round === 0) continue;
        if (echoed) echo.push(echoed);
        broadcast.push(sent);
        print(
          `round ${round}, ${name}: ${[echoed && `${shown(echoed)} answers`, `${shown(sent)} deliveries`].filter(Boolean).join(', ')}`,
        );
      }
    }
    return all.map(({ name, growth, echo, broadcast }) => ({
      ...{ name, growth, echo, broadcast },
    }));
  } finally {
    for (const crowd of crowds) crowd.end();
    await Promise.all(running.map((server) => server.stop()));
  }
}

/** A server with its clients during the measurement. */
interface Field {
  readonly server: RunningContender;
  readonly crowd: Crowd;
  readonly echo: Round[];
  readonly broadcast: Round[];
}

async function grow(
  kind: ClientKind,
  server: RunningContender,
  connections: number,
): Promise<{ crowd: Crowd; growth: Growth[] }> {
  const { origin, socketPath, streamPath } = server;
  const path = kind === 'socket' ? socketPath : streamPath;
  // Warm-up for compiled code and caches.
  const first = await openCrowd(kind, origin, path, 1);
  first.end();
  const start = await server.usage('memory');
  const growth: Growth[] = [];
  const step = connections / readings;
  const crowd = await openCrowd(
    ...([kind, origin, path, connections] as const),
    async (count) => {
      if (count < step * (growth.length + 1)) return;
      const { live, resident } = await server.usage('memory');
      growth.push({
        connections: count,
        live: live - start.live,
        resident: resident - start.resident,
      });
    },
  );
  return { crowd, growth };
}

function shown({ perSecond, microseconds }: Round): string {
  return `${Math.round(perSecond)}/s (${microseconds.toFixed(1)} µs)`;
}
