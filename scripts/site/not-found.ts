import { insertAfterCharset } from './content-security-policy.ts';
import type { SitePaths } from './headers.ts';

/** File name of the 404 page. */
const page = '404.html';
/** Script at the root of the site that shows the 404 page in the language of the URL. */
export const notFoundScript = 'not-found.js';

/** Formats `_redirects` for Netlify: the 404 page of each language. Cloudflare Pages ignores it and finds the pages itself. */
export function notFoundRedirects({ baseUrl, prefixes }: SitePaths): string {
  return prefixes
    .toSorted((a, b) => b.length - a.length)
    .map((prefix) => `${baseUrl}${prefix}*  ${baseUrl}${prefix}${page}  404\n`)
    .join('');
}

/** Formats a variable for nginx's `error_page`, inside `http { … }`. */
export function notFoundMap(site: SitePaths): string {
  const lines = translatedRoots(site).map(
    (root) => `  "~^${root}" "${root}${page}";`,
  );
  return [
    'map $uri $not_found_page {',
    `  default "${site.baseUrl}${page}";`,
    ...lines,
    '}',
    '',
  ].join('\n');
}

/** Returns a script for the English 404 page on hosts with a single 404 page, such as GitHub Pages: it loads the page of another language. */
export function notFoundCode(site: SitePaths): string {
  return `(() => {
  const root = ${JSON.stringify(translatedRoots(site))}.find((one) => location.pathname.startsWith(one));
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

/** Adds the script to the English 404 page; the policy is inserted before it later. */
export function withNotFoundScript(html: string, baseUrl: string): string {
  return insertAfterCharset(
    html,
    `<script src="${baseUrl}${notFoundScript}"></script>`,
  );
}

function translatedRoots({ baseUrl, prefixes }: SitePaths): string[] {
  return prefixes
    .filter((prefix) => prefix !== '')
    .map((prefix) => baseUrl + prefix);
}
