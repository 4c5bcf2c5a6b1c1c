import { load } from 'cheerio';
import { createHash } from 'node:crypto';

/** What the pages of a site hold in themselves, as sources of a policy: `'sha256-…'`. */
export interface InlineHashes {
  readonly scripts: readonly string[];
  /** Of `<style>` elements and of `style` attributes. */
  readonly styles: readonly string[];
}

/**
 * Hashes the inline scripts and styles of a page.
 *
 * @param html all of it
 */
export function inlineHashes(html: string): InlineHashes {
  // This parser is the fast one, and reads what is for readers without scripts: the policy is theirs as well.
  const $ = load(html, { xml: { xmlMode: false, decodeEntities: true } });
  const texts = (selector: string) =>
    $(selector)
      .map((_, element) => $(element).text())
      .get();
  const attributes = $('[style]')
    .map((_, element) => $(element).attr('style'))
    .get();
  return {
    // Data for search engines are no script, and no policy concerns them.
    scripts: hashed(texts('script:not([src], [type="application/ld+json"])')),
    styles: hashed([...texts('style'), ...attributes]),
  };
}

/**
 * What a policy for all of some pages allows.
 *
 * @returns each hash once, sorted: a build of the same pages gives the same policy
 */
export function joinedHashes(pages: readonly InlineHashes[]): InlineHashes {
  const all = (of: keyof InlineHashes) =>
    [...new Set(pages.flatMap((page) => page[of]))].sort();
  return { scripts: all('scripts'), styles: all('styles') };
}

function hashed(texts: readonly string[]): string[] {
  return [...new Set(texts)]
    .map((text) => createHash('sha256').update(text).digest('base64'))
    .map((hash) => `'sha256-${hash}'`)
    .sort();
}
