import { run } from '../run/child.ts';

/**
 * All versions of packages, as npm knows them.
 *
 * @param names the packages
 * @returns the versions of each, by its name
 * @throws with npm's own words when it cannot say
 */
export async function publishedVersions(
  names: readonly string[],
): Promise<Map<string, string[]>> {
  const all = await Promise.all(
    names.map(async (name) => {
      const { code, output } = await run('npm', [
        'view',
        name,
        'versions',
        '--json',
        '--loglevel=error',
      ]);
      if (code !== 0) {
        throw new Error(`npm cannot say what versions ${name} has:\n${output}`);
      }
      const json: unknown = JSON.parse(output);
      const versions = (Array.isArray(json) ? json : [json]).filter(
        (one): one is string => typeof one === 'string',
      );
      return [name, versions] as const;
    }),
  );
  return new Map(all);
}
