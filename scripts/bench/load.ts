import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listExamples } from '../../src/site/examples/catalogue.ts';
import { runTool } from '../run/child.ts';
import { bare, type Contender } from './load/contender.ts';
import { figuresOf, type LoadFigures } from './load/figures.ts';
import { type Load, measureLoad } from './load/measure.ts';
import { openFileLimit, openFileProblem } from './load/open-files.ts';
import { recordedOn } from './load/recorded-on.ts';
import { textBytes } from './load/rounds.ts';

/** Options of the benchmark. */
export interface LoadBench {
  /** Connections to each server. */
  readonly sockets: number;
  readonly streams: number;
  readonly rounds: number;
  readonly seconds: number;
  /** Whether to record the figures as the example's evidence. */
  readonly record: boolean;
}

const exampleName = 'limits';

/**
 * Compares the production server of the example, with and without its limits, with a bare server of `ws` and `node:http`, in the
 * same run.
 *
 * @param print prints a line
 * @returns 0, since figures depend on the machine and have no goals
 * @throws if the example doesn't build, or the limit of open files is too low
 */
export async function benchLoad(
  { sockets, streams, rounds, seconds, record }: LoadBench,
  print: (line: string) => void,
): Promise<number> {
  const example = listExamples().find(({ name }) => name === exampleName);
  if (!example) throw new Error(`There is no example "${exampleName}".`);
  const contenders = [bare, ...contendersOf(example.folder)];
  const problem = openFileProblem(
    Math.max(sockets, streams) * contenders.length,
    openFileLimit(),
  );
  if (problem !== undefined) throw new Error(problem);

  print(`Building ${exampleName} …`);
  const args = ['build', '--config', 'tests/probed.vite.config.ts'];
  const built = await runTool('vite/bin/vite.js', args, {
    cwd: example.folder,
  });
  if (built.code !== 0) {
    throw new Error(`${exampleName} does not build:\n${built.output}`);
  }

  const measure = async (
    kind: 'socket' | 'stream',
    connections: number,
  ): Promise<LoadFigures> => {
    const load: Load = { connections, rounds, seconds };
    const measured = await measureLoad(kind, contenders, load, print);
    const figures = figuresOf(load, textBytes, measured);
    for (const line of linesOf(kind, figures)) print(line);
    return figures;
  };
  const ofSockets = await measure('socket', sockets);
  const ofStreams = await measure('stream', streams);
  if (record) {
    const file = join(example.folder, 'evidence', 'load.json');
    const evidence = {
      kind: 'load',
      on: recordedOn(join(process.cwd(), 'package-lock.json')),
      sockets: ofSockets,
      streams: ofStreams,
    };
    await writeFile(file, `${JSON.stringify(evidence, null, 2)}\n`);
    print(
      `Recorded in ${file}; its versions, its ratios and the pages that name them are the review.`,
    );
  }
  return 0;
}

function contendersOf(folder: string): Contender[] {
  const server = {
    entry: 'dist/analog/server/index.mjs',
    cwd: folder,
    env: { NODE_ENV: 'production' },
  };
  return [
    {
      ...{ ...server, name: 'analog' },
      socketPath: '/api/probes/unlimited',
      streamPath: '/api/probes/unlimited-stream',
      sendPath: '/api/probes/send?limited=no',
    },
    {
      ...{ ...server, name: 'limited' },
      socketPath: '/api/probes/limited',
      streamPath: '/api/feed',
      sendPath: '/api/probes/send?limited=yes',
    },
  ];
}

function linesOf(kind: string, { servers }: LoadFigures): string[] {
  return Object.entries(servers).map(
    ([name, { echo, broadcast, live, resident }]) =>
      `${kind}s, ${name}: ${[
        echo && `echo ${echo.ratio} times bare`,
        `broadcast ${broadcast.ratio}`,
        `live objects ${live.ratio} (${live.value} KiB each)`,
        `process ${resident.ratio} (${resident.value} KiB each)`,
      ]
        .filter(Boolean)
        .join(', ')}`,
  );
}
