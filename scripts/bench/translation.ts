import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generatedLocales } from './generated-page.ts';
import { writeCopiedSite, writeTranslatedSite } from './generated-site.ts';
import { measuredBuild, type Measured } from './measured-build.ts';
import { figureLine, isMissed, median } from './figures.ts';
import { run } from '../run/child.ts';

/** Ratios to the site of copies. */
const ratio = { unit: 'of the copies', atMost: 1.1 };
const perPage = { unit: 'ms per translated page', atMost: 10 };

const kinds = ['cold', 'warm'] as const;

/**
 * Compares the build of a site with catalogues with the build of the same site as translated copies.
 *
 * @param runs cold and warm builds of each site; medians are compared
 * @returns the number of missed goals
 */
export async function benchTranslation(
  pages: number,
  runs: number,
  print: (line: string) => void,
): Promise<number> {
  // The sites use the packages of this repository.
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

  // The first load compiles the configuration, which isn't part of a build.
  await loadConfiguration(sites.translated);

  const results = {
    translated: { cold: [] as Measured[], warm: [] as Measured[] },
    copied: { cold: [] as Measured[], warm: [] as Measured[] },
  };
  for (let run = 1; run <= runs; run += 1) {
    // Builds alternate, so that other load on the machine affects both sites.
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
  let missed = 0;
  for (const kind of kinds) {
    const value = (site: 'translated' | 'copied', key: keyof Measured) =>
      median(results[site][kind].map((measured) => measured[key]));
    const compare = (key: keyof Measured) =>
      value('translated', key) / value('copied', key);
    const extra = (key: 'seconds' | 'cpuSeconds') =>
      ((value('translated', key) - value('copied', key)) * 1000) /
      translatedPages;
    const figures = [
      [{ what: 'processor time', unit: ratio.unit }, compare('cpuSeconds')],
      [{ what: 'processor time', unit: perPage.unit }, extra('cpuSeconds')],
      [{ what: 'wall time', ...ratio }, compare('seconds')],
      [{ what: 'memory', ...ratio }, compare('mebibytes')],
      [{ what: 'translation', ...perPage }, extra('seconds')],
    ] as const;
    print(`${kind}:`);
    for (const [figure, measured] of figures) {
      print(figureLine(figure, measured));
      if (isMissed(figure, measured)) missed += 1;
    }
  }
  return missed;
}

/** Loads the configuration as Docusaurus does, which caches the compiled modules. */
async function loadConfiguration(site: string): Promise<void> {
  const { code, output } = await run(process.execPath, [
    '--eval',
    `require('@docusaurus/utils').loadFreshModule(process.argv[1])`,
    join(site, 'docusaurus.config.ts'),
  ]);
  if (code !== 0)
    throw new Error(`${site} has an invalid configuration:\n${output}`);
}

async function clearCaches(site: string): Promise<void> {
  for (const cache of ['.docusaurus', 'build', 'node_modules/.cache']) {
    await rm(join(site, cache), { recursive: true, force: true });
  }
}
