import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { pageFile } from '../core/page.ts';
import { formatProblem } from '../core/problem.ts';
import { labelled, type Labels } from './bind/labels.ts';
import { type DrawnComponents, replaceMeasured } from './bind/replace.ts';
import { exampleFiles } from './lint/repository.ts';
import { openEvidence } from './record/store.ts';
import { readLockfile } from './record/version.ts';

/** What the plugin has to know of the repository. */
export interface EvidenceOptions {
  /** Absolute path of the folder of the examples. */
  readonly examplesDir: string;
  /** Absolute path of package-lock.json. */
  readonly lockfile: string;
  /** The words of the tables in the site's language; English where one is missing, and on a page whose data say `asWritten`. */
  readonly labels: Labels;
  /** Components of the site that draw what was recorded, and the English of their labels. */
  readonly components?: DrawnComponents;
  readonly componentLabels?: Labels;
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
  const { labels, components, componentLabels } = options;
  const label = labelled(labels, componentLabels);
  const english = labelled({}, componentLabels);
  const lockfile = readLockfile(options.lockfile);
  const files = exampleFiles(options.examplesDir);
  return (tree: Root, vfile: VFile): void => {
    // A page that the translation leaves as it was written is English to a screen reader, with all that is in it.
    const asWritten = vfile.data['asWritten'] === true;
    const problems = replaceMeasured(
      { file: pageFile(vfile), tree },
      {
        // Opened for each page, so that a page made again sees what was recorded again.
        evidence: openEvidence(options.examplesDir),
        lockfile,
        label: asWritten ? english : label,
        locale: asWritten ? 'en' : options.locale,
        files,
        components,
      },
    );
    if (problems.length > 0) {
      vfile.fail(
        problems.map((problem) => formatProblem(problem)).join('\n'),
        undefined,
        'evidence:value',
      );
    }
  };
}
