import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A page of this site in Markdown, for a site that is made with something else. */
export interface Twin {
  /** Its path, without an extension: `examples/rooms`. */
  readonly path: string;
  readonly title: string;
  /** What is below its heading. */
  readonly text: string;
}

/**
 * Reads the pages of a built site in its first language, but for the home page.
 *
 * @param built where it lies
 * @throws when a page that the overview for programs names is not there, or has no heading
 */
export async function readTwins(built: string): Promise<Twin[]> {
  const overview = await readFile(join(built, 'llms.txt'), 'utf8');
  const paths = [...overview.matchAll(/\]\(https?:\/\/[^/)]+\/([^)]+)\.md\)/g)]
    .map(([, path = '']) => path)
    .filter((path) => path !== 'index');
  return Promise.all(
    paths.map(async (path) => {
      const markdown = await readFile(join(built, `${path}.md`), 'utf8');
      const [heading = '', title] = /^# (.+)\n/.exec(markdown) ?? [];
      if (title === undefined) throw new Error(`${path}.md has no heading.`);
      return { path, title, text: markdown.slice(heading.length) };
    }),
  );
}
