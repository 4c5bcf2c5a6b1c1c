import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a name is declared in the published types of one of some packages. */
export type Declares = (name: string) => boolean;

/**
 * The names that packages declare in their published types. Nothing is read before the first question, and each
 * package at most once.
 *
 * @param modulesDir absolute path of `node_modules`
 * @param packages names of packages, or paths of single files in them such as `typescript/lib/lib.dom.d.ts`
 * @returns whether a name such as `peer.send()`, `maxPayload` or `text/event-stream` is declared: each of its parts, in one package
 */
export function publishedTypes(
  modulesDir: string,
  packages: readonly string[],
): Declares {
  const texts = new Map<string, string>();
  const textOf = (name: string): string => {
    let text = texts.get(name);
    if (text === undefined) {
      text = typesOf(join(modulesDir, name))
        .map((file) => withoutComments(readFileSync(file, 'utf8')))
        .join('\n');
      texts.set(name, text);
    }
    return text;
  };
  return (name) => {
    const bare = name.replace(/\((?:…|\.\.\.)?\)$/, '');
    if (!/^[\w$-]+(?:[./][\w$-]+)*$/.test(bare)) return false;
    const parts = /[-/]/.test(bare) ? [bare] : bare.split('.');
    return packages.some((one) => {
      const text = textOf(one);
      return parts.every((part) => isDeclared(part, text));
    });
  };
}

function typesOf(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const inner = join(path, entry.name);
    // The packages inside a package are not what it publishes.
    if (entry.isDirectory()) {
      return entry.name === 'node_modules' ? [] : typesOf(inner);
    }
    return /\.d\.[cm]?ts$/.test(entry.name) ? [inner] : [];
  });
}

/** A comment may name what there is not. */
function withoutComments(text: string): string {
  return text
    .replaceAll(/\/\*[^]*?\*\//g, ' ')
    .replaceAll(/(^|\s)\/\/.*$/gm, '$1');
}

const KEYWORD =
  /(?:class|interface|type|enum|const|let|var|function|namespace)\s$/;

/** Whether a name is a member, a declaration or one of the texts that a type allows. */
function isDeclared(name: string, text: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const before = text.slice(Math.max(0, at - 12), at);
    const after = text.slice(at + name.length, at + name.length + 3);
    if (/[\w$-]$/.test(before) || /^[\w$-]/.test(after)) continue;
    if (/["']$/.test(before) && /^["']/.test(after)) return true;
    if (/-/.test(name)) continue;
    if (KEYWORD.test(before) || /^\??\s*[:(<]/.test(after)) return true;
  }
  return false;
}
