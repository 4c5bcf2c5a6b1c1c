import { alternatePath, type MarkdownPage } from './links.ts';

/** The head of llms.txt. */
export interface LlmsHead {
  readonly title: string;
  readonly summary: string;
  /** Without a slash at its end. */
  readonly origin: string;
  /** The URL of the site in the language that is built, with a slash at its end. */
  readonly root: string;
  /** Link text of the file with all pages. */
  readonly allPages: string;
  /** The llms.txt of the other languages. */
  readonly others: readonly { readonly name: string; readonly url: string }[];
}

/** The index, in the root of each language. */
export const llmsFile = 'llms.txt';
/** All Markdown alternates in one file. */
export const llmsFullFile = 'llms-full.txt';

/** Writes the index of a site as specified by llmstxt.org: a heading for each section, a line for each page in reading order. */
export function writeLlms(
  head: LlmsHead,
  pages: readonly MarkdownPage[],
): string {
  const sections = [...new Set(pages.map(({ section }) => section))];
  const files = [
    { name: head.allPages, url: head.root + llmsFullFile },
    ...head.others,
  ];
  return [
    `# ${asText(head.title)}`,
    ...(head.summary === '' ? [] : [`> ${asText(head.summary)}`]),
    files.map(({ name, url }) => `- [${asText(name)}](${url})`).join('\n'),
    ...sections.flatMap((section) => [
      `## ${asText(section)}`,
      pages
        .filter((page) => page.section === section)
        .map(
          ({ title, permalink, description }) =>
            `- [${asText(title)}](${head.origin}${alternatePath(permalink)}): ${asText(description)}`,
        )
        .join('\n'),
    ]),
  ]
    .join('\n\n')
    .concat('\n');
}

/** Escapes links and tags, and removes line breaks: a translated title can't add a link or a line. */
function asText(text: string): string {
  return text.replaceAll(/[[\]\\<]/g, '\\$&').replaceAll(/\s+/g, ' ');
}

/** Joins all Markdown alternates, in reading order. */
export function writeLlmsFull(alternates: readonly string[]): string {
  return `${alternates.map((text) => text.trimEnd()).join('\n\n---\n\n')}\n`;
}
