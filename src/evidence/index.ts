import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { type EvidenceLabels, labelled } from './labels.ts';
import { pageOf } from './page.ts';
import { replaceMeasured } from './replace.ts';
import { exampleFiles } from './repository.ts';
import { openEvidence } from './store.ts';
import { readLockfile } from './version.ts';

/** What the plugin has to know of the repository. */
export interface EvidenceOptions {
  /** Absolute path of the folder of the examples. */
  readonly examplesDir: string;
  /** Absolute path of package-lock.json. */
  readonly lockfile: string;
  /** The words of the tables in the site's language; English where one is missing, and on a page whose data say `asWritten`. */
  readonly labels: EvidenceLabels;
  /** The site's language. */
  readonly locale: string;
}

/**
 * Remark plugin: puts what the runs measured into a page, as static markup. It belongs after the
 * translation, whose messages hold the components as they are written.
 *
 * @param options what it has to know of the repository
 * @returns the transformer; it fails a page with `file:line: message` lines, one for each problem
 */
export function remarkEvidence(options: EvidenceOptions) {
  const label = labelled(options.labels);
  const english = labelled({});
  const lockfile = readLockfile(options.lockfile);
  const files = exampleFiles(options.examplesDir);
  return (tree: Root, vfile: VFile): void => {
    // A page that the translation leaves as it was written is English to a screen reader, with all that is in it.
    const asWritten = vfile.data['asWritten'] === true;
    const problems = replaceMeasured(tree, pageOf(vfile), {
      // Opened for each page, so that a page made again sees what was recorded again.
      evidence: openEvidence(options.examplesDir),
      lockfile,
      label: asWritten ? english : label,
      locale: asWritten ? 'en' : options.locale,
      files,
    });
    if (problems.length > 0) {
      const lines = problems.map(
        ({ file, line, message }) => `${file}:${line}: ${message}`,
      );
      vfile.fail(lines.join('\n'), undefined, 'evidence:value');
    }
  };
}
