import { parseReference } from '../../evidence/record/fact.ts';
import { EvidenceError } from '../../evidence/problem.ts';
import { Reader } from '../../evidence/record/record.ts';
import type { EvidenceStore } from '../../evidence/record/store.ts';

/** The servers that a load run compares, in the order in which they are shown; the first is the baseline. */
export const servers = ['bare', 'analog', 'limited'] as const;

/** One of these names. */
export type ServerName = (typeof servers)[number];

/** What a load run measures of each server, in the order in which it is shown. */
export const measures = ['echoTime', 'broadcastTime', 'live'] as const;

/** One of these names. */
export type Measure = (typeof measures)[number];

/** A median. */
export interface Figure {
  readonly value: number;
}

/**
 * The figure of a server for a measure, and that of the baseline, which a ratio compares.
 *
 * @returns undefined if the run doesn't have it
 */
export function compared(
  { servers: [base] }: LoadRun,
  { figures }: LoadedServer,
  measure: Measure,
): { value: number; base: number } | undefined {
  const value = figures.get(measure)?.value;
  const baseline = base?.figures.get(measure)?.value;
  return value === undefined || baseline === undefined
    ? undefined
    : { value, base: baseline };
}

/** How much memory a server has taken with so many connections. */
export interface Reading {
  readonly connections: number;
  readonly mebibytes: number;
}

/** What was measured of one server. */
export interface LoadedServer {
  readonly name: ServerName;
  /** Streams have no answers. */
  readonly figures: ReadonlyMap<Measure, Figure>;
  readonly growth: readonly Reading[];
}

/** What a load run says of one kind of connections. */
export interface LoadRun {
  readonly kind: 'sockets' | 'streams';
  readonly connections: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly servers: readonly LoadedServer[];
  /** The machine: Node, the system, its processors, and packages with their versions. */
  readonly on: {
    readonly node: string;
    readonly system: string;
    readonly processors: number;
    readonly packages: Readonly<Record<string, string>>;
  };
}

/**
 * A load run as it was recorded.
 *
 * @param store the evidence
 * @param of `<example>/<file>#sockets`, or `#streams`
 * @returns its figures
 * @throws EvidenceError if there is no such record, or if it has not its shape
 */
export function loadRunOf(store: EvidenceStore, of: string): LoadRun {
  const { name, path } = parseReference(of);
  const file = store.file(name);
  if (file.json['kind'] !== 'load') {
    throw new EvidenceError(
      `"${name}" is no load run. Name evidence of kind "load".`,
    );
  }
  if (path !== 'sockets' && path !== 'streams') {
    throw new EvidenceError(
      `a load run has no "${path}"; it has "sockets", "streams". Name one of these.`,
    );
  }
  const root = new Reader(file.path, '', file.json);
  const run = root.at(path);
  const on = root.at('on');
  return {
    kind: path,
    connections: run.at('connections').number(),
    rounds: run.at('rounds').number(),
    seconds: run.at('seconds').number(),
    servers: servers.map((server) => serverOf(server, run.at('servers'))),
    on: {
      node: on.at('node').string(),
      system: on.at('system').string(),
      processors: on.at('processors').number(),
      packages: on.at('packages').strings(),
    },
  };
}

function serverOf(name: ServerName, all: Reader): LoadedServer {
  const server = all.at(name);
  const figures = measures.flatMap((measure): [Measure, Figure][] => {
    const figure = server.optional(measure);
    if (!figure) return [];
    return [[measure, { value: figure.at('value').number() }]];
  });
  return {
    name,
    figures: new Map(figures),
    growth: server
      .at('growth')
      .list()
      .map((reading) => ({
        connections: reading.at('connections').number(),
        mebibytes: reading.at('mebibytes').number(),
      })),
  };
}
