import { nearestNames } from '../../core/nearest.ts';
import { occurs } from './occurs.ts';
import type { Declares } from './published.ts';

/** What a code span may name, beside measured values. */
export interface VocabularySource {
  /** Files of the examples and of the repository's own commands: path and text. */
  readonly texts: readonly { readonly path: string; readonly text: string }[];
  /** Paths that there are: inside the apps, and from the root of the repository. */
  readonly paths: readonly string[];
  /** Names of installed packages. */
  readonly packages: readonly string[];
  /** Names of npm scripts. */
  readonly scripts: readonly string[];
}

/** The names that are real. */
export interface Vocabulary {
  /** Whether a name is real: a path, a package, found in a text, whole, or declared by a dependency. */
  readonly has: (name: string) => boolean;
  /** The real names most like a name that is not. */
  readonly like: (name: string) => string[];
  readonly scripts: readonly string[];
}

/**
 * Makes names searchable.
 *
 * @param source everything that may be named
 * @param declares what dependencies declare in their types; asked last, because it may read many files
 * @returns the vocabulary
 */
export function vocabularyOf(
  source: VocabularySource,
  declares: Declares = () => false,
): Vocabulary {
  const paths = new Set(source.paths.flatMap(withFolders));
  const packages = new Set(source.packages);
  const texts = [
    ...source.texts.map(({ text }) => text),
    [...paths].join('\n'),
  ];
  const known = new Map<string, boolean>();
  let tokens: string[] | undefined;

  const has = (name: string): boolean => {
    const found = known.get(name);
    if (found !== undefined) return found;
    const bare = name.replace(/\/$/, '');
    const answer =
      paths.has(bare) ||
      packages.has(name) ||
      texts.some((text) => occurs(withoutCall(name), text)) ||
      texts.some((text) => isOption(name, text)) ||
      declares(name);
    known.set(name, answer);
    return answer;
  };
  const like = (name: string): string[] => {
    if (name.includes('/')) {
      // A file is looked for by its name in the wrong folder sooner than by its folder.
      const file = name.slice(name.lastIndexOf('/'));
      const moved = [...paths].filter((path) => path.endsWith(file));
      return nearestNames(
        name,
        moved.length > 0 ? moved : [...paths, ...packages],
      );
    }
    tokens ??= [
      ...new Set(
        texts.flatMap((text) => text.match(/[\w$@][\w$.-]*[\w$]/g) ?? []),
      ),
    ];
    return nearestNames(withoutCall(name), tokens);
  };
  return { has, like, scripts: source.scripts };
}

function withFolders(path: string): string[] {
  const segments = path.split('/');
  return segments.map((_, i) => segments.slice(0, i + 1).join('/'));
}

/** `peer.send(…)` names `peer.send`, whatever it is given. */
function withoutCall(name: string): string {
  return name.replace(/\((?:…|\.\.\.)?\)$/, '');
}

/** Whether `a.b` is written in a text as `a: { … b … }`. */
function isOption(name: string, text: string): boolean {
  const keys = name.split('.');
  if (keys.length < 2 || !keys.every((key) => /^[\w$-]+$/.test(key))) {
    return false;
  }
  const pattern = keys
    .map(
      (key) => `(?<![\\w$])['"]?${key.replaceAll('$', '\\$')}(?![\\w$])['"]?`,
    )
    .join('\\s*:\\s*\\{[^}]*?');
  return new RegExp(pattern).test(text);
}
