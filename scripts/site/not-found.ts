/** The page for addresses that there are not. */
const page = '404.html';
/** Below the root of the site: what shows that page in the language of the address. */
export const notFoundScript = 'not-found.js';

/**
 * What Netlify reads from `_redirects`: an unknown address below a language gets the page of that language. Cloudflare Pages finds it
 * by itself, and passes over these lines.
 *
 * @param baseUrl of the site, with a slash at both ends
 * @param prefixes the folders of its languages: '' and `de/`
 */
export function notFoundRedirects(
  baseUrl: string,
  prefixes: readonly string[],
): string {
  return prefixes
    .toSorted((a, b) => b.length - a.length)
    .map((prefix) => `${baseUrl}${prefix}*  ${baseUrl}${prefix}${page}  404\n`)
    .join('');
}

/**
 * The same for nginx, inside of `http { … }`: a variable for `error_page`.
 *
 * @param baseUrl of the site, with a slash at both ends
 * @param prefixes the folders of its languages
 */
export function notFoundMap(
  baseUrl: string,
  prefixes: readonly string[],
): string {
  const lines = prefixes
    .filter((prefix) => prefix !== '')
    .map((prefix) => {
      const path = baseUrl + prefix;
      return `  "~^${path}" "${path}${page}";`;
    });
  return [
    'map $uri $not_found_page {',
    `  default "${baseUrl}${page}";`,
    ...lines,
    '}',
    '',
  ].join('\n');
}

/**
 * The script for hosts that know one such page only, as GitHub Pages: where the address is below another language, it shows that one's.
 *
 * @param baseUrl of the site, with a slash at both ends
 * @param prefixes the folders of its languages
 * @returns a script that the page in the first language loads
 */
export function notFoundCode(
  baseUrl: string,
  prefixes: readonly string[],
): string {
  const roots = prefixes
    .filter((prefix) => prefix !== '')
    .map((prefix) => baseUrl + prefix);
  return `(() => {
  const root = ${JSON.stringify(roots)}.find((one) => location.pathname.startsWith(one));
  if (!root) return;
  document.documentElement.hidden = true;
  fetch(root + ${JSON.stringify(page)})
    .then((response) => response.text())
    .then((html) => {
      document.open();
      document.write(html);
      document.close();
    })
    .catch(() => {
      document.documentElement.hidden = false;
    });
})();
`;
}

/**
 * Lets the page in the first language load that script.
 *
 * @param html the page
 * @param baseUrl of the site
 * @throws when it does not begin as pages of Docusaurus do
 */
export function withNotFoundScript(html: string, baseUrl: string): string {
  // Behind this, the policy of the page will stand, and before all else the script.
  const charset = /<meta charset=[^>]*>/i;
  if (!charset.test(html)) throw new Error(`${page} has no <meta charset>.`);
  return html.replace(
    charset,
    (tag) => `${tag}<script src="${baseUrl}${notFoundScript}"></script>`,
  );
}
