import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { nearestNames, quoted } from '../../core/nearest.ts';
import { EvidenceError } from '../problem.ts';
import { type EvidenceFile, parseEvidence } from './record.ts';

/** The evidence of all examples, by `<example>/<file>`. */
export interface EvidenceStore {
  /** The folder of the examples from the root of the repository. */
  readonly folder: string;
  /** Every name, sorted. */
  readonly names: readonly string[];
  /**
   * @param name `<example>/<file>`, without `.json`
   * @throws EvidenceError for an unknown name, and for a file whose shape is wrong
   */
  readonly file: (name: string) => EvidenceFile;
}

/**
 * Opens the evidence of the examples. The folders are listed at once; a file is read, once, when it
 * is asked for, so that a broken one fails only the pages that use it.
 *
 * @param examplesDir the folder of the examples
 * @returns the store
 */
export function openEvidence(examplesDir: string): EvidenceStore {
  const names = readdirSync(examplesDir)
    .filter((example) => existsSync(join(examplesDir, example, 'evidence')))
    .flatMap((example) =>
      readdirSync(join(examplesDir, example, 'evidence'))
        .filter((file) => file.endsWith('.json'))
        .map((file) => `${example}/${file.slice(0, -'.json'.length)}`),
    )
    .sort();
  const folder = basename(examplesDir);
  return storeOf(folder, names, (name) => {
    const [example = '', file = ''] = name.split('/');
    const path = join(example, 'evidence', `${file}.json`);
    return {
      path: `${folder}/${example}/evidence/${file}.json`,
      text: readFileSync(join(examplesDir, path), 'utf8'),
    };
  });
}

/**
 * A store over any source of files.
 *
 * @param folder the folder of the examples from the root of the repository
 * @param names every name that there is
 * @param read the path and the text of one of them
 * @returns the store
 */
export function storeOf(
  folder: string,
  names: readonly string[],
  read: (name: string) => { path: string; text: string },
): EvidenceStore {
  const files = new Map<string, EvidenceFile>();
  return {
    folder,
    names,
    file: (name) => {
      if (!names.includes(name)) throw unknown(name, names);
      let file = files.get(name);
      if (!file) {
        const { path, text } = read(name);
        file = parseEvidence(path, text);
        files.set(name, file);
      }
      return file;
    },
  };
}

function unknown(name: string, names: readonly string[]): EvidenceError {
  if (names.length === 0) {
    return new EvidenceError(
      `no evidence "${name}"; no example has recorded any. Record it with: npm run evidence`,
    );
  }
  return new EvidenceError(
    `no evidence "${name}"; there is ${quoted(nearestNames(name, names, 5))}. Name one of these.`,
  );
}
