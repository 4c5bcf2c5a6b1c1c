import { pagePolicy, sandboxPolicy } from './content-security-policy.ts';
import type { InlineHashes } from './inline-hashes.ts';

/** A header of the addresses that fit a pattern. */
export interface HeaderRule {
  /**
   * A path on the host. `:name` stands for one segment. As on Netlify and Cloudflare Pages, the headers of all rules
   * that fit are sent, so no address may fit a rule of the pages and one of the sandbox.
   */
  readonly path: string;
  readonly name: string;
  readonly value: string;
}

/** A built site, as far as its headers depend on it. */
export interface BuiltSite {
  /** Its path on the host, with a slash at both ends. */
  readonly baseUrl: string;
  /** The folders of the languages, with a slash at the end; the one of the default language is empty. */
  readonly prefixes: readonly string[];
  /** The documents of the playground's sandbox, from the root of the site. */
  readonly sandboxes: readonly string[];
  readonly inline: InlineHashes;
}

const header = 'Content-Security-Policy';
/** Cloudflare Pages takes no longer line. */
const longestLine = 2000;

/**
 * The headers of a site: the one source of what hosts are told.
 *
 * @throws when a host would not take them
 */
export function headerRules(site: BuiltSite): HeaderRule[] {
  const policy = pagePolicy(site.inline);
  const { length } = `  ${header}: ${policy}`;
  if (length > longestLine) {
    throw new Error(
      `The Content-Security-Policy has ${length} characters, ${longestLine} are allowed in build/_headers: the pages have ${site.inline.styles.length} different inline styles and ${site.inline.scripts.length} inline scripts. Give new ones a class in src/css.`,
    );
  }
  return [
    // A pattern for all paths would give the sandbox the policy of the pages: no page lies as deep as it does.
    ...site.prefixes
      .flatMap((prefix) =>
        ['', ':page', ':folder/:page'].map((path) => prefix + path),
      )
      .map((path) => ({
        path: site.baseUrl + path,
        name: header,
        value: policy,
      })),
    ...site.sandboxes.map((path) => ({
      path: site.baseUrl + path,
      name: header,
      value: sandboxPolicy,
    })),
  ];
}

/**
 * The headers of an address.
 *
 * @param pathname of its URL
 */
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
  const escaped = path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll(/:\w+/g, '[^/]+')}$`);
}
