import { expect, it } from 'vitest';
import { siteSettings } from './settings.ts';

it('has defaults for a local site', () => {
  expect(siteSettings({})).toEqual({
    url: 'http://localhost:3000',
    baseUrl: '/',
    repositoryUrl: undefined,
  });
});

it.each(['guide', '/guide', '/guide/'])('puts slashes around %s', (path) => {
  expect(siteSettings({ SITE_BASE_URL: path }).baseUrl).toBe('/guide/');
});

it('detects the repository in GitHub Actions', () => {
  const env = {
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: 'owner/guide',
  };
  expect(siteSettings(env).repositoryUrl).toBe(
    'https://github.com/owner/guide',
  );
  const named = siteSettings({ ...env, REPOSITORY_URL: 'https://x.org/r/' });
  expect(named.repositoryUrl).toBe('https://x.org/r');
});
