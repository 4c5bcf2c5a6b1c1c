import { bareNamesOf } from './bare.ts';
import { scalarsOf } from '../record/fact.ts';
import { nearestNames, quoted } from '../../core/nearest.ts';
import { EvidenceError } from '../problem.ts';
import type { EvidenceStore } from '../record/store.ts';
import { wrongOf } from '../bind/wrong.ts';

/** What the comments of an example may name. */
export interface ExampleNames {
  /** URLs that one of its runs asked for, without those at which no server answers. */
  readonly urls: ReadonlySet<string>;
  /** Its files, from its own folder. */
  readonly files: readonly string[];
}

/**
 * The names that hold in one example.
 *
 * @param example its folder
 * @param evidence what was measured; a broken file is left out, since the check names it by itself
 * @param files paths from `examples/`
 */
export function namesOfExample(
  example: string,
  evidence: EvidenceStore,
  files: readonly string[],
): ExampleNames {
  const urls = new Set<string>();
  for (const name of evidence.names) {
    if (!name.startsWith(`${example}/`)) continue;
    try {
      for (const { path, value } of scalarsOf(evidence.file(name).json)) {
        const url = String(value);
        if (/^\/[^/\s]/.test(url) && !isWrong(evidence, `${name}#${path}`)) {
          urls.add(url.replace(/\?.*$/, ''));
        }
      }
    } catch (error) {
      if (!(error instanceof EvidenceError)) throw error;
    }
  }
  return {
    urls,
    files: files
      .filter((file) => file.startsWith(`${example}/`))
      .map((file) => file.slice(example.length + 1)),
  };
}

const SOURCES = /^(?:src|server|routes)\//;

function isWrong(evidence: EvidenceStore, of: string): boolean {
  if (!/\.(?:url|silent\.\d+)$/.test(of)) return false;
  try {
    wrongOf(evidence, of);
    return true;
  } catch (error) {
    if (error instanceof EvidenceError) return false;
    throw error;
  }
}

/**
 * Checks what a comment in shown code names: a reader believes it as much as the page.
 *
 * @param comment its words
 * @param names what holds in its example
 * @returns a message for each URL that does not answer there, and for each file or folder that there is not
 */
export function commentProblems(
  comment: string,
  { urls, files }: ExampleNames,
): string[] {
  const marked = [...comment.matchAll(/`([^`]+)`/g)].map(([, one = '']) => one);
  const bare = comment.replaceAll(/`[^`]+`/g, ' ');
  const found = [bare, ...marked].flatMap((text) => bareNamesOf(text).names);
  return found.flatMap((name) => {
    const address = /^\w+:\/\/([^/]+)(\/.*)?$/.exec(name);
    // Only the app's own address says something of the app.
    if (address && !/^(?:localhost|127\.0\.0\.1)/.test(address[1] ?? '')) {
      return [];
    }
    const url = address ? (address[2] ?? '/') : name;
    if (!url.startsWith('/')) {
      // A test may speak of a file that comes and goes; where the app's own files lie is what a reader copies.
      return SOURCES.test(url) ? fileProblem(url, files) : [];
    }
    const bareUrl = url.replace(/[?#].*$/, '').replace(/\/?\*{0,2}$/, '');
    const answers = [...urls].some(
      (known) => known === bareUrl || known.startsWith(`${bareUrl}/`),
    );
    return answers
      ? []
      : [
          `this comment, which a page shows, names "${name}", and no run of the example got an answer there; the nearest are ${quoted(nearestNames(bareUrl, urls))}. Name one of these, or say it in words.`,
        ];
  });
}

function fileProblem(name: string, files: readonly string[]): string[] {
  const isThere = files.some(
    (file) =>
      file === name ||
      `/${file}`.includes(`/${name}/`) ||
      `/${file}`.endsWith(`/${name}`),
  );
  return isThere
    ? []
    : [
        `this comment, which a page shows, names "${name}", and the example has no such file; the nearest are ${quoted(nearestNames(name, files))}. Name one of these, or say it in words.`,
      ];
}
