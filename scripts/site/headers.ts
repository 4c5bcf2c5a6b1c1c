import { escapeRegExp } from '../../src/core/text.ts';
import {
  type InlineHashes,
  pagePolicy,
  sandboxPolicy,
} from './content-security-policy.ts';

/** A header for the URLs that match a pattern. */
export interface HeaderRule {
  /**
   * A path in which `:name` matches one segment. Netlify and Cloudflare Pages send the headers of all matching rules, so
   * no URL may match a rule for pages and one for the sandbox.
   */
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

/** Where a site is published. */
export interface SitePaths {
  /** Path on the host, with a slash at both ends. */
  readonly baseUrl: string;
  /** Folders of the languages, with a slash at the end; empty for the default language. */
  readonly prefixes: readonly string[];
}

const header = 'Content-Security-Policy';
/** Limit of Cloudflare Pages for a line of `_headers`. */
const maxLineLength = 2000;

/**
 * Returns the headers of a built site, from which the files of all hosts are written.
 *
 * @param sandboxes paths of the playground's sandbox documents
 * @throws if a header is longer than hosts allow
 */
export function headerRules(
  { baseUrl, prefixes }: SitePaths,
  sandboxes: readonly string[],
  inline: InlineHashes,
): HeaderRule[] {
  const policy = pagePolicy(inline);
  const { length } = `  ${header}: ${policy}`;
  if (length > maxLineLength) {
    throw new Error(
      `The Content-Security-Policy has ${length} characters, ${maxLineLength} are allowed in build/_headers: the pages have ${inline.styles.length} different inline styles and ${inline.scripts.length} inline scripts. Give new ones a class in src/site/css.`,
    );
  }
  const rule = (path: string, value: string) => ({
    path: baseUrl + path,
    name: header,
    value,
  });
  return [
    // A splat would match the sandbox too, whose path has more segments than any page.
    ...prefixes.flatMap((prefix) =>
      ['', ':page', ':folder/:page'].map((path) => rule(prefix + path, policy)),
    ),
    ...sandboxes.map((path) => rule(path, sandboxPolicy)),
  ];
}

/** Returns the headers of a URL by its path. */
export function headersAt(
  rules: readonly HeaderRule[],
  pathname: string,
): Headers {
  const headers = new Headers();
  for (const { path, name, value } of rules) {
    if (patternOf(path).test(pathname)) headers.append(name, value);
  }
  return headers;
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${escapeRegExp(path).replaceAll(/:\w+/g, '[^/]+')}$`);
}

/** Formats rules as `_headers`, which Netlify and Cloudflare Pages read. */
export function formatHeaders(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ path, name, value }) => `${path}\n  ${name}: ${value}\n`)
    .join('');
}

/**
 * Parses the output of `formatHeaders`.
 *
 * @throws for any other line
 */
export function parseHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  let path: string | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
    if (line.startsWith('/')) path = line;
    else if (path !== undefined && name !== undefined && value !== undefined) {
      rules.push({ path, name, value });
    } else if (line !== '') {
      throw new Error(
        `build/_headers:${index + 1}: is neither a path nor a header. Build the site again: npm run build`,
      );
    }
  }
  return rules;
}

/**
 * Formats rules for nginx, inside `http { … }`.
 *
 * @param rules the most general ones first
 */
export function formatNginx(rules: readonly HeaderRule[]): string {
  const names = [...new Set(rules.map(({ name }) => name))];
  return names
    .map((name) => {
      const variable = `$${name.toLowerCase().replaceAll('-', '_')}`;
      const values = rules.filter((rule) => rule.name === name);
      const common = values[0]?.value;
      const lines = values
        .filter(({ value }) => value !== common)
        // Regular expressions, since long plain strings need a larger map_hash_bucket_size.
        .map(
          ({ path, value }) =>
            `  "~^${path.replaceAll('.', '\\.')}$" "${value}";`,
        );
      return [
        `map $uri ${variable} {`,
        `  default "${common}";`,
        ...lines,
        '}',
        `add_header ${name} ${variable} always;`,
        '',
      ].join('\n');
    })
    .join('');
}
