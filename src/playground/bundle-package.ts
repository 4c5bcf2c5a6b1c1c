import { type Bundle, bundle } from './bundle.ts';
import { lockedVersions } from './locked-versions.ts';

/** Packages besides h3 and crossws that handlers in the page can import; the smaller, the better for those who wait for them. */
export const packagesOnDemand: readonly string[] = ['zod'];

/** What of a package is used: `['z', 'coerce', 'number']`. */
export type Member = readonly string[];

/**
 * Bundles a package as one CommonJS file, with no more of it than the members that are used.
 *
 * @param root the repository
 * @param name of the package
 * @param members those that handlers use; an empty list of names stands for all of it
 * @throws when its version is not the lockfile's, or the bundler fails
 */
export function bundlePackage(
  root: string,
  name: string,
  members: readonly Member[],
): Promise<Bundle> {
  lockedVersions(root, [name]);
  return bundle({
    context: root,
    entry: `data:text/javascript,${encodeURIComponent(entryOf(name, members))}`,
    resolve: { conditionNames: ['worker', 'browser', 'import', 'default'] },
    output: { library: { type: 'commonjs2' } },
  });
}

/** `export const z = { coerce: { number: all.z.coerce.number } };`, and so on: what is not named is left out by the bundler. */
function entryOf(name: string, members: readonly Member[]): string {
  const from = JSON.stringify(name);
  if (members.some((member) => member.length === 0)) {
    return `module.exports = require(${from});`;
  }
  const names = [...new Set(members.map(([first = '']) => first))];
  const exported = names.map((first) => {
    const own = members
      .filter((member) => member[0] === first)
      .map((member) => member.slice(1));
    return `export const ${first} = ${written(`all.${first}`, own)};`;
  });
  return [`import * as all from ${from};`, ...exported].join('\n');
}

function written(path: string, members: readonly Member[]): string {
  if (members.some((member) => member.length === 0)) return path;
  const names = [...new Set(members.map(([first = '']) => first))];
  const fields = names.map((first) => {
    const own = members
      .filter((member) => member[0] === first)
      .map((member) => member.slice(1));
    return `${first}: ${written(`${path}.${first}`, own)}`;
  });
  return `{ ${fields.join(', ')} }`;
}
