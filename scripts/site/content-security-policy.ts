import type { InlineHashes } from './inline-hashes.ts';

const loopback = ['localhost', '127.0.0.1'].flatMap((host) => [
  `http://${host}:*`,
  `ws://${host}:*`,
]);

const never = ['object-src', 'font-src', 'media-src', 'manifest-src'];

/**
 * The policy of every page.
 *
 * @param inline the scripts and styles that the pages hold in themselves
 * @returns the value of the header
 */
export function pagePolicy(inline: InlineHashes): string {
  return policy({
    ...pageDirectives(inline),
    'frame-ancestors': ["'none'"],
  });
}

/**
 * Puts the policy of a page into the page, for hosts that send no headers of the site's own, as GitHub Pages. It cannot
 * say there who may frame it.
 *
 * @param html of the page
 * @param inline what it holds in itself
 * @throws when it does not begin as pages of Docusaurus do
 */
export function withPolicy(html: string, inline: InlineHashes): string {
  const charset = /<meta charset=[^>]*>/i;
  if (!charset.test(html)) {
    throw new Error(
      'A page has no <meta charset>: its policy belongs behind it, before every script.',
    );
  }
  const content = policy(pageDirectives(inline));
  return html.replace(
    charset,
    (meta) =>
      `${meta}<meta http-equiv="Content-Security-Policy" content="${content}">`,
  );
}

function pageDirectives({ scripts, styles }: InlineHashes) {
  return {
    // Firefox asks this one before it fetches a page ahead of a click; all else is forbidden by name.
    'default-src': ["'self'"],
    ...Object.fromEntries(never.map((name) => [name, ["'none'"]])),
    // Search runs WebAssembly.
    'script-src': ["'self'", "'wasm-unsafe-eval'", ...scripts],
    // Docusaurus hides its icons by a `style` attribute, which only this word lets a hash allow.
    'style-src': ["'self'", "'unsafe-hashes'", ...styles],
    // Icons of the style sheets are data.
    'img-src': ["'self'", 'data:'],
    // The playground may talk to an app on the reader's own machine.
    'connect-src': ["'self'", ...loopback],
    'worker-src': ["'self'"],
    'frame-src': ["'self'"],
    'form-action': ['https://stackblitz.com'],
    'base-uri': ["'none'"],
  };
}

/**
 * What a header adds to the policy that the document of the playground's sandbox has in itself: only the site frames it,
 * and its origin is opaque wherever it is opened.
 */
export const sandboxPolicy = policy({
  'frame-ancestors': ["'self'"],
  sandbox: ['allow-scripts'],
});

function policy(directives: Readonly<Record<string, readonly string[]>>) {
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}
