import { median } from '../figures.ts';
import type { ContenderName } from './contender.ts';
import type { Growth, Load, Measured } from './measure.ts';
import type { Round } from './rounds.ts';

/** A figure of a server, with its ratio to the bare server in the same round. */
export interface Figure {
  readonly value: number;
  readonly ratio: number;
}

/** Recorded figures of a server. */
export interface ServerFigures {
  /** Answers per second, and their processor time in microseconds. */
  readonly echo?: Figure;
  readonly echoTime?: Figure;
  /** Deliveries per second, and their processor time in microseconds. */
  readonly broadcast: Figure;
  readonly broadcastTime: Figure;
  /** KiB of live objects and of resident memory per connection. */
  readonly live: Figure;
  readonly resident: Figure;
  /** MiB of live objects by number of connections. */
  readonly growth: readonly { connections: number; mebibytes: number }[];
}

/** Figures of all servers for a kind of connection. */
export interface LoadFigures extends Load {
  readonly bytes: number;
  readonly servers: Readonly<Partial<Record<ContenderName, ServerFigures>>>;
}

/**
 * Computes medians of all rounds, and medians of the ratios of each round.
 *
 * @param load options of the measurement
 * @param bytes of each text
 * @param measured the servers, with the bare one first
 * @throws if there are none
 */
export function figuresOf(
  { connections, rounds, seconds }: Load,
  bytes: number,
  measured: readonly Measured[],
): LoadFigures {
  const [base] = measured;
  if (!base) throw new Error('No servers.');
  const servers = Object.fromEntries(
    measured.map((own) => [own.name, serverFigures(own, base)]),
  );
  return { connections, bytes, rounds, seconds, servers };
}

function serverFigures(own: Measured, base: Measured): ServerFigures {
  const of = (kind: 'echo' | 'broadcast', key: keyof Round): Figure => {
    const values = own[kind].map((round) => round[key]);
    const ratios = own[kind].map(
      (round, at) => round[key] / (base[kind][at]?.[key] ?? Number.NaN),
    );
    return figure(median(values), median(ratios));
  };
  const memory = (key: 'live' | 'resident'): Figure => {
    const each = kibibytesOfEach(own.growth, key);
    return figure(each, each / kibibytesOfEach(base.growth, key));
  };
  return {
    ...(own.echo.length > 0
      ? {
          echo: of('echo', 'perSecond'),
          echoTime: of('echo', 'microseconds'),
        }
      : {}),
    broadcast: of('broadcast', 'perSecond'),
    broadcastTime: of('broadcast', 'microseconds'),
    live: memory('live'),
    resident: memory('resident'),
    growth: own.growth.map(({ connections, live }) => ({
      connections,
      mebibytes: rounded(live / 1024 ** 2, 3),
    })),
  };
}

function kibibytesOfEach(
  growth: readonly Growth[],
  key: 'live' | 'resident',
): number {
  const last = growth.at(-1);
  return last ? last[key] / last.connections / 1024 : Number.NaN;
}

function figure(value: number, ratio: number): Figure {
  return { value: rounded(value, 2), ratio: rounded(ratio, 2) };
}

/** Rounds to reproducible digits. */
function rounded(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
