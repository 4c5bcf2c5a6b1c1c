import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { Site } from './catalogues.ts';
import type { MergeCounts } from './merge.ts';
import { formatProblem } from './problem.ts';

/**
 * Writes the catalogues that are not as they have to be.
 *
 * @param site - The site.
 * @returns One line a language: what became of its translations.
 * @throws If a catalogue cannot be read in full: to write it would lose what could not be read.
 */
export function update({ root, localized }: Site): string[] {
  const broken = localized.flatMap(({ catalogue }) => catalogue.problems);
  if (broken.length > 0) throw new Error(broken.map(formatProblem).join('\n'));
  const totals = new Map<string, MergeCounts & { files: number }>();
  for (const { locale, catalogue, counts, text } of localized) {
    const total = totals.get(locale) ?? {
      stale: 0,
      carriedOver: 0,
      added: 0,
      gone: 0,
      files: 0,
    };
    const path = join(root, catalogue.file);
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      total.files += 1;
    }
    total.stale += counts.stale;
    total.carriedOver += counts.carriedOver;
    total.added += counts.added;
    total.gone += counts.gone;
    totals.set(locale, total);
  }
  return [...totals].map(
    ([locale, { stale, carriedOver, added, gone, files }]) =>
      `${locale}: ${stale} stale, ${carriedOver} carried over, ${added} new, ${gone} gone (${files} ${files === 1 ? 'file' : 'files'} written)`,
  );
}
