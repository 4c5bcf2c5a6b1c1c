import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../run/child.ts';
import { property } from '../../src/core/property.ts';

/** Time and memory of a build. */
export interface Measured {
  readonly seconds: number;
  /** Processor time, which other load on the machine changes least. */
  readonly cpuSeconds: number;
  /** Maximum resident set size of its largest process. */
  readonly mebibytes: number;
}

/**
 * Builds a Docusaurus site in a child process and measures it.
 *
 * @throws with the output of a failed build
 */
export async function measuredBuild(folder: string): Promise<Measured> {
  const reports = await mkdtemp(join(tmpdir(), 'usage-'));
  try {
    const { code, output, seconds } = await run(
      process.execPath,
      [
        join(process.cwd(), 'node_modules/@docusaurus/core/bin/docusaurus.mjs'),
        'build',
      ],
      {
        cwd: folder,
        env: {
          NODE_ENV: 'production',
          // Docusaurus checks for updates in a separate process once a day.
          NO_UPDATE_NOTIFIER: '1',
          NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'report-usage.mjs')).href}`,
          USAGE_REPORT: join(reports, 'process'),
        },
      },
    );
    if (code !== 0) throw new Error(`${folder} doesn't build:\n${output}`);
    const usages = await Promise.all(
      (await readdir(reports)).map(async (file) =>
        readUsage(await readFile(join(reports, file), 'utf8')),
      ),
    );
    return {
      seconds,
      cpuSeconds: usages.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
      mebibytes: Math.max(...usages.map(({ mebibytes }) => mebibytes)),
    };
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
}

function readUsage(text: string): Pick<Measured, 'cpuSeconds' | 'mebibytes'> {
  const usage: unknown = JSON.parse(text);
  const number = (key: keyof NodeJS.ResourceUsage): number =>
    Number(property(usage, key));
  return {
    cpuSeconds: (number('userCPUTime') + number('systemCPUTime')) / 1e6,
    mebibytes: number('maxRSS') / 1024,
  };
}
