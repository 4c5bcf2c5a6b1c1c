/** The URLs of the site and its repository. */
export interface SiteSettings {
  /** Origin, without a slash at its end. */
  readonly url: string;
  /** Path with a slash at both ends. */
  readonly baseUrl: string;
  /** URL of the repository, if detected. */
  readonly repositoryUrl: string | undefined;
}

/** Reads `SITE_URL`, `SITE_BASE_URL` and `REPOSITORY_URL`, which GitHub Actions sets under other names. */
export function siteSettings(
  env: Readonly<Record<string, string | undefined>>,
): SiteSettings {
  const server = env['GITHUB_SERVER_URL'];
  const repository = env['GITHUB_REPOSITORY'];
  const detected = server && repository ? `${server}/${repository}` : undefined;
  const path = (env['SITE_BASE_URL'] ?? '').replaceAll(/^\/+|\/+$/g, '');
  return {
    url: (env['SITE_URL'] || 'http://localhost:3000').replace(/\/+$/, ''),
    baseUrl: path ? `/${path}/` : '/',
    repositoryUrl: (env['REPOSITORY_URL'] || detected)?.replace(/\/+$/, ''),
  };
}
