import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generatedLocales } from './generated-page.ts';
import { writeCopiedSite, writeTranslatedSite } from './generated-site.ts';
import { measuredBuild, type Measured } from './measured-build.ts';
import { median } from './median.ts';
import { run } from '../run/child.ts';

/** How much the benchmark does. */
export interface TranslationBench {
  /** How many pages each site has. */
  readonly pages: number;
  /** How often each site is built cold and warm; medians are compared. */
  readonly runs: number;
}

/** The goals: ratios to the site without translation, and milliseconds a page. */
const goals = { ratio: 1.1, milliseconds: 10 };

const kinds = ['cold', 'warm'] as const;

/**
 * Compares the build of a site that is translated by catalogues with the build
 * of the same site as plain copies, in the same run.
 *
 * @param options how much to do
 * @param print where the lines go
 * @returns the number of goals that were missed
 */
export async function benchTranslation(
  { pages, runs }: TranslationBench,
  print: (line: string) => void,
): Promise<number> {
  // In the repository, so that its packages are found.
  const folder = join(process.cwd(), '.bench', 'translation');
  const sites = {
    translated: join(folder, 'translated'),
    copied: join(folder, 'copied'),
  };
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  print(
    `Writing ${pages} pages in ${generatedLocales.length} languages, once with catalogues and once as copies …`,
  );
  await writeTranslatedSite(sites.translated, pages);
  await writeCopiedSite(sites.copied, pages);

  // Compiled once after a change of its code, for whatever build is the first: no part of any of these.
  await loadConfiguration(sites.translated);

  const results = {
    translated: { cold: [] as Measured[], warm: [] as Measured[] },
    copied: { cold: [] as Measured[], warm: [] as Measured[] },
  };
  for (let run = 1; run <= runs; run += 1) {
    // One after the other within a run: what else the machine does meets both.
    for (const kind of kinds) {
      for (const site of ['copied', 'translated'] as const) {
        if (kind === 'cold') await clearCaches(sites[site]);
        const measured = await measuredBuild(sites[site]);
        results[site][kind].push(measured);
        print(
          `run ${run}, ${kind}, ${site}: ${measured.seconds.toFixed(1)} s, ${measured.cpuSeconds.toFixed(1)} s of processor time, ${measured.mebibytes.toFixed(0)} MiB`,
        );
      }
    }
  }
  await rm(folder, { recursive: true });

  const translatedPages = pages * (generatedLocales.length - 1);
  const lines = kinds.flatMap((kind) => {
    const value = (site: 'translated' | 'copied', of: keyof Measured) =>
      median(results[site][kind].map((measured) => measured[of]));
    const ratio = (of: keyof Measured) =>
      value('translated', of) / value('copied', of);
    const extra = (of: 'seconds' | 'cpuSeconds') =>
      ((value('translated', of) - value('copied', of)) * 1000) /
      translatedPages;
    print(
      `${kind}: processor time ${ratio('cpuSeconds').toFixed(2)} of the copies, ${extra('cpuSeconds').toFixed(1)} ms a translated page`,
    );
    return [
      goal(
        `${kind}: wall time`,
        ratio('seconds'),
        goals.ratio,
        'of the copies',
      ),
      goal(`${kind}: memory`, ratio('mebibytes'), goals.ratio, 'of the copies'),
      goal(
        `${kind}: translation`,
        extra('seconds'),
        goals.milliseconds,
        'ms a translated page',
      ),
    ];
  });
  for (const { text } of lines) print(text);
  return lines.filter(({ missed }) => missed).length;
}

/** As Docusaurus does, which keeps what it has compiled of it. */
async function loadConfiguration(site: string): Promise<void> {
  const { code, output } = await run(process.execPath, [
    '--eval',
    `require('@docusaurus/utils').loadFreshModule(process.argv[1])`,
    join(site, 'docusaurus.config.ts'),
  ]);
  if (code !== 0) throw new Error(`${site} has no configuration:\n${output}`);
}

function goal(
  what: string,
  value: number,
  limit: number,
  unit: string,
): { text: string; missed: boolean } {
  const missed = value > limit;
  return {
    missed,
    text: `${missed ? 'missed' : 'met   '} ${what} ${value.toFixed(2)} ${unit} (at most ${limit})`,
  };
}

async function clearCaches(site: string): Promise<void> {
  for (const cache of ['.docusaurus', 'build', 'node_modules/.cache']) {
    await rm(join(site, cache), { recursive: true, force: true });
  }
}
