/** Where the site will be published, from the environment. */
export interface SiteSettings {
  /** Origin, without a slash at its end. */
  readonly url: string;
  /** Path under which the site lives, with a slash at both ends. */
  readonly baseUrl: string;
  /** Where the sources can be read and edited, if that is known. */
  readonly repositoryUrl: string | undefined;
}

/**
 * Reads `SITE_URL`, `SITE_BASE_URL` and `REPOSITORY_URL`. On GitHub's runners
 * the repository is known without the last.
 *
 * @param env for example `process.env`
 */
export function siteSettings(
  env: Readonly<Record<string, string | undefined>>,
): SiteSettings {
  const server = env['GITHUB_SERVER_URL'];
  const repository = env['GITHUB_REPOSITORY'];
  const known = server && repository ? `${server}/${repository}` : undefined;
  const path = (env['SITE_BASE_URL'] ?? '').replaceAll(/^\/+|\/+$/g, '');
  return {
    url: (env['SITE_URL'] || 'http://localhost:3000').replace(/\/+$/, ''),
    baseUrl: path ? `/${path}/` : '/',
    repositoryUrl: (env['REPOSITORY_URL'] || known)?.replace(/\/+$/, ''),
  };
}
