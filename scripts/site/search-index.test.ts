import { load } from 'cheerio';
import { expect, it } from 'vitest';
import { pageUrl, searchable } from './search-index.ts';

function textOf(body: string, head = ''): string {
  const page = `<html><head>${head}</head><body><div class=theme-doc-markdown>${body}</div></body></html>`;
  return load(searchable(page))('.theme-doc-markdown').text();
}

it('separates table cells and list items', () => {
  expect(
    textOf(
      '<table><tr><th>Host<th>Sockets<tr><td>Vercel<td>no</table><ul><li>one<li>two</ul>',
    ).trim(),
  ).toMatch(/^Host +Sockets +Vercel +no +one +two$/);
});

it('adds the description and the keywords after the title', () => {
  const head =
    '<meta name=description content="Allow origins."><meta name=keywords content="CORS, preflight">';
  expect(textOf('<h1>API routes</h1><p>Text</p>', head)).toBe(
    'API routesAllow origins.CORS, preflightText',
  );
});

it('separates Chinese characters', () => {
  expect(textOf('<p>上传 file 文件</p>')).toBe('上\u200b传 file 文\u200b件');
});

it.each([
  { file: 'de/index.html', url: '/de/' },
  { file: 'de/about.html', url: '/de/about' },
])('derives $url from $file', ({ file, url }) => {
  expect(pageUrl(file)).toBe(url);
});
