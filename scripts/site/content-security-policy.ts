import { load } from 'cheerio';
import { createHash } from 'node:crypto';

/** Sources of a policy for inline scripts and styles: `'sha256-…'`. */
export interface InlineHashes {
  readonly scripts: readonly string[];
  /** For `<style>` elements and `style` attributes. */
  readonly styles: readonly string[];
}

/** Hashes the inline scripts and styles of an HTML page. */
export function inlineHashes(html: string): InlineHashes {
  // htmlparser2 is fast and parses the content of <noscript>, which the policy covers too.
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: true } });
  const texts = (selector: string) =>
    $(selector)
      .map((_, element) => $(element).text())
      .get();
  const attributes = $('[style]')
    .map((_, element) => $(element).attr('style'))
    .get();
  return {
    // JSON-LD is data; policies don't apply to it.
    scripts: hashed(texts('script:not([src], [type="application/ld+json"])')),
    styles: hashed([...texts('style'), ...attributes]),
  };
}

/** Merges the hashes of pages; sorted, so that equal pages result in equal policies. */
export function mergedHashes(pages: readonly InlineHashes[]): InlineHashes {
  const merge = (kind: keyof InlineHashes) =>
    [...new Set(pages.flatMap((page) => page[kind]))].sort();
  return { scripts: merge('scripts'), styles: merge('styles') };
}

function hashed(texts: readonly string[]): string[] {
  return [...new Set(texts)]
    .map((text) => createHash('sha256').update(text).digest('base64'))
    .map((hash) => `'sha256-${hash}'`)
    .sort();
}

const loopback = ['localhost', '127.0.0.1'].flatMap((host) => [
  `http://${host}:*`,
  `ws://${host}:*`,
]);

/** Returns the Content-Security-Policy header of all pages. */
export function pagePolicy(inline: InlineHashes): string {
  return policy({
    ...pageDirectives(inline),
    'frame-ancestors': ["'none'"],
  });
}

/**
 * Inserts a policy into a page, for hosts that send no custom headers, such as GitHub Pages. A `<meta>` element can't
 * contain `frame-ancestors`.
 *
 * @throws if the page has no `<meta charset>`
 */
export function withPolicy(html: string, inline: InlineHashes): string {
  const content = policy(pageDirectives(inline));
  return insertAfterCharset(
    html,
    `<meta http-equiv="Content-Security-Policy" content="${content}">`,
  );
}

/**
 * Inserts HTML after the `<meta charset>` of a page, before every script.
 *
 * @throws if the page has none
 */
export function insertAfterCharset(html: string, inserted: string): string {
  const charset = /<meta charset=[^>]*>/i;
  if (!charset.test(html)) {
    throw new Error(
      'A page has no <meta charset>, which a policy has to follow.',
    );
  }
  return html.replace(charset, (meta) => meta + inserted);
}

function pageDirectives({ scripts, styles }: InlineHashes) {
  return {
    // Firefox applies this one to prefetched pages; everything else is forbidden below.
    'default-src': ["'self'"],
    'object-src': ["'none'"],
    'font-src': ["'none'"],
    'media-src': ["'none'"],
    'manifest-src': ["'none'"],
    // Pagefind runs WebAssembly.
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...scripts],
    // Docusaurus hides its icon sprite with a `style` attribute, which needs 'unsafe-hashes'.
    'style-src': ["'self'", "'unsafe-hashes'", ...styles],
    // Style sheets contain icons as data URLs.
    'img-src': ["'self'", 'data:'],
    // The playground connects to apps on the reader's machine.
    'connect-src': ["'self'", ...loopback],
    'worker-src': ["'self'"],
    'frame-src': ["'self'"],
    'form-action': ['https://stackblitz.com'],
    'base-uri': ["'none'"],
  };
}

/** Header of the playground's sandbox document, in addition to its own policy: only the site frames it, and its origin is always opaque. */
export const sandboxPolicy = policy({
  'frame-ancestors': ["'self'"],
  sandbox: ['allow-scripts'],
});

function policy(directives: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}
