import { posix } from 'node:path';
import type { Problem } from '../../core/problem.ts';
import { nearest } from '../../core/nearest.ts';
import { pagePath } from '../pages/page-path.ts';
import { headingsOf, type SitePage } from '../pages/pages.ts';

/** The targets of links besides pages. */
export interface LinkTargets {
  /** Folder of the pages, such as `docs`. */
  readonly docsDir: string;
  /** Pages that can't be parsed; their headings are unknown. */
  readonly unread: readonly string[];
  /** Whether a path is a static file, a download, or a file next to the page. */
  readonly isServed: (path: string, page: string) => boolean;
}

interface Target {
  readonly file: string;
  readonly path: string;
  /** Undefined for a page that can't be parsed. */
  readonly ids?: ReadonlySet<string>;
}

/** Reports internal links to unknown pages, headings and images. */
export function deadLinkProblems(
  pages: readonly SitePage[],
  { docsDir, unread, isServed }: LinkTargets,
): Problem[] {
  const targets = [
    ...pages.map((page) => targetOf(page, docsDir)),
    ...unread.map((file) => ({ file, path: pagePath(docsDir, file) })),
  ];
  const byFile = new Map<string, Target>(
    targets.map((target) => [target.file, target]),
  );
  const byPath = new Map<string, Target>(
    targets.map((target) => [target.path, target]),
  );
  return pages.flatMap(({ file, index }) => {
    const current = byFile.get(file);
    return index.links.flatMap(({ url, line }) => {
      const message = problemWith(url);
      return message === undefined ? [] : [{ file, line, message }];
    });

    function problemWith(url: string): string | undefined {
      // External links, and `pathname://`.
      if (/^(?:[a-z][a-z+.-]*:|\/\/)/i.test(url)) return undefined;
      const [, path = '', hash] =
        /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(url) ?? [];
      const target = path === '' ? current : found(decoded(path));
      if (target === undefined) {
        if (isServed(path, file)) return undefined;
        const like = /\.mdx?$/.test(path)
          ? nearest(posix.join(posix.dirname(file), path), [...byFile.keys()])
          : nearest(path, [...byPath.keys()]);
        return `the link "${url}" leads to no page; the nearest is "${like}". Correct it.`;
      }
      const id = decoded(hash ?? '');
      const { ids } = target;
      if (id === '' || !ids || ids.has(id)) return undefined;
      return ids.size === 0
        ? `the link "${url}" leads to no heading: ${target.file} has none. Delete "#${id}".`
        : `the link "${url}" leads to no heading of ${target.file}; the nearest is "#${nearest(id, [...ids])}". Correct it.`;
    }

    function found(path: string): Target | undefined {
      if (/\.mdx?$/.test(path)) {
        return (
          byFile.get(posix.join(posix.dirname(file), path)) ??
          byFile.get(posix.join(docsDir, path))
        );
      }
      const absolute = posix.resolve(posix.dirname(current?.path ?? '/'), path);
      return byPath.get(absolute);
    }
  });
}

/** Decodes a part of a URL; an invalid escape stays. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function targetOf(page: SitePage, docsDir: string): Target {
  const { file, frontMatter, index } = page;
  return {
    file,
    path: pagePath(docsDir, file, frontMatter['slug']),
    ids: new Set([
      ...headingsOf(page).map(({ id }) => id),
      ...index.elements.flatMap(({ texts }) => texts.get('id') ?? []),
    ]),
  };
}
