import { twinOf } from './address.ts';
import type { TwinPage } from './site.ts';

/** What an overview says besides its pages. */
export interface OverviewHead {
  readonly title: string;
  readonly summary: string;
  /** Origin of the site, without a slash at its end. */
  readonly origin: string;
  /** The address of the language, with a slash at its end. */
  readonly root: string;
  /** What the file of all pages is called. */
  readonly whole: string;
  /** The overviews in other languages. */
  readonly others: readonly { readonly name: string; readonly url: string }[];
}

/** Where the overview is, below the root of a language. */
export const overviewFile = 'llms.txt';
/** Where all twins are in one file. */
export const wholeFile = 'llms-full.txt';

/**
 * The overview of a site for machines, in the form of llmstxt.org.
 *
 * @param head what it says of the site
 * @param pages in the order in which they are to be read
 * @returns a heading for each section, a line for each page
 */
export function overviewOf(
  head: OverviewHead,
  pages: readonly TwinPage[],
): string {
  const sections = [...new Set(pages.map(({ section }) => section))];
  const others = [
    { name: head.whole, url: head.root + wholeFile },
    ...head.others,
  ].map(({ name, url }) => `- [${name}](${url})`);
  return [
    `# ${head.title}`,
    `> ${head.summary}`,
    others.join('\n'),
    ...sections.flatMap((section) => [
      `## ${section}`,
      pages
        .filter((page) => page.section === section)
        .map(
          ({ title, permalink, description }) =>
            `- [${escaped(title)}](${head.origin}${twinOf(permalink)}): ${description}`,
        )
        .join('\n'),
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
}

/**
 * All twins in one file.
 *
 * @param twins in the order in which they are to be read
 */
export function wholeOf(twins: readonly string[]): string {
  return twins.map((twin) => twin.trimEnd()).join('\n\n---\n\n') + '\n';
}

function escaped(text: string): string {
  return text.replaceAll(/[[\]\\]/g, '\\$&');
}
