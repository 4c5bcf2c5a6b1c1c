import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { listen, PortTakenError, readPort } from './listen.ts';
import { pageSources } from './page-sources.ts';
import { pageUrl } from './search-index.ts';
import { siteSettings } from './settings.ts';

describe('siteSettings', () => {
  it('has local defaults', () => {
    expect(siteSettings({})).toEqual({
      url: 'http://localhost:3000',
      baseUrl: '/',
      repositoryUrl: undefined,
    });
  });

  it.each(['guide', '/guide', '/guide/'])('puts slashes around %s', (path) => {
    expect(siteSettings({ SITE_BASE_URL: path }).baseUrl).toBe('/guide/');
  });

  it('knows the repository on a runner of GitHub', () => {
    const env = {
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'owner/guide',
    };
    const known = siteSettings(env).repositoryUrl;
    expect(known).toBe('https://github.com/owner/guide');
    const named = siteSettings({ ...env, REPOSITORY_URL: 'https://x.org/r/' });
    expect(named.repositoryUrl).toBe('https://x.org/r');
  });
});

describe('ports', () => {
  it.each(['http', '-1', '65536', '80.5'])('%s is none', (text) => {
    expect(() => readPort(text, 3000)).toThrow(`PORT is "${text}"`);
  });

  it('without PORT there is a default', () => {
    expect(readPort(undefined, 3000)).toBe(3000);
    expect(readPort('8080', 3000)).toBe(8080);
  });

  it('a taken one is named', async () => {
    const other = createServer();
    const port = await listen(other, 0, 'npm start');
    await expect(listen(createServer(), port, 'npm start')).rejects.toThrow(
      PortTakenError,
    );
    other.close();
  });
});

it.each([
  ['index.html', '/'],
  ['de/index.html', '/de/'],
  ['de/about.html', '/de/about'],
])('%s is read at %s', (file, url) => {
  expect(pageUrl(file)).toBe(url);
});

it('a page is made from the files and records that it names', () => {
  const page = [
    '```ts file=chat/src/a.ts#open {1}',
    '```',
    '```text frames=chat/talk',
    '```',
    '```http output=notes/http#missing',
    '```',
    'At <Fact of="chat/routes#chat.url" /> and <Fact of="chat/routes#x" plain />.',
    '<KnownBug of="chat/bug#a" is="1">',
    '<Layouts of="layouts" />',
  ].join('\n');
  const evidence = ['chat/other', 'layouts/one', 'layouts/two'];
  expect(pageSources(page, evidence)).toEqual([
    'chat/src/a.ts',
    'chat/evidence/talk.json',
    'notes/evidence/http.json',
    'chat/evidence/routes.json',
    'chat/evidence/bug.json',
    'layouts/evidence/one.json',
    'layouts/evidence/two.json',
  ]);
});
