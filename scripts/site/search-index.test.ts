import { load } from 'cheerio';
import { expect, it } from 'vitest';
import { pageUrl, searchRecords } from './search-index.ts';

function recordsOf(body: string, head = '', isSecondary = false) {
  const html = `<html lang=en><head>${head}</head><body><div class=theme-doc-markdown>${body}</div></body></html>`;
  return searchRecords(html, isSecondary).map((record) => {
    const $ = load(record.html);
    const main = $('main').remove();
    return {
      anchor: record.anchor,
      text: $('body').text().trim(),
      terms: main
        .find('p')
        .toArray()
        .map((part) => $(part).text()),
      meta: main.attr('data-pagefind-meta'),
    };
  });
}

it('makes a record of the beginning of a page and of each section', () => {
  const head =
    '<meta name=description content="Allow origins."><meta name=keywords content="CORS, preflight">';
  const page =
    '<header><h1>Rooms</h1></header><p>Intro</p><h2 id=join>Join</h2><p>Text</p><h3 id=leave>Leave</h3><p>More</p>';
  expect(recordsOf(page, head)).toEqual([
    {
      anchor: '',
      text: 'Intro',
      terms: ['Rooms', 'CORS, preflight', 'Allow origins.'],
      meta: undefined,
    },
    {
      anchor: 'join',
      text: 'Text',
      terms: ['Join', '', 'Rooms'],
      meta: 'page:Rooms',
    },
    {
      anchor: 'leave',
      text: 'More',
      terms: ['Leave', '', 'Rooms. Join'],
      meta: 'page:Rooms',
    },
  ]);
});

it('keeps a secondary page in one record of lower rank', () => {
  const page = '<h1>Chat</h1><p>Intro</p><h2 id=files>Files</h2><p>Text</p>';
  expect(recordsOf(page, '', true)).toMatchObject([
    { anchor: '', text: 'IntroFilesText', meta: 'rank:0.5' },
  ]);
});

it('separates table cells and list items', () => {
  const [record] = recordsOf(
    '<table><tr><th>Host<th>Sockets<tr><td>Vercel<td>no</table><ul><li>one<li>two</ul>',
  );
  expect(record?.text).toMatch(/^Host +Sockets +Vercel +no +one +two$/);
});

it('leaves out what a page excludes from the search', () => {
  const [record] = recordsOf(
    '<h1>Rooms</h1><p>Text</p><button>Copy</button><p data-pagefind-ignore>Run</p>',
  );
  expect(record?.text).toBe('Text');
});

it('separates Chinese characters', () => {
  const [record] = recordsOf('<p>上传 file 文件</p>');
  expect(record?.text).toBe('上\u200b传 file 文\u200b件');
});

it.each([
  { file: 'de/index.html', url: '/de/' },
  { file: 'de/about.html', url: '/de/about' },
])('derives $url from $file', ({ file, url }) => {
  expect(pageUrl(file)).toBe(url);
});
