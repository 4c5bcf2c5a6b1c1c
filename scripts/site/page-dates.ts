import { spawnSync } from 'node:child_process';
import { getVcsPreset } from '@docusaurus/utils';
import type { VcsChangeInfo, VcsConfig } from '@docusaurus/types';

/**
 * When a page was last changed, by git. A translated page changes with its
 * catalogue too. In development Docusaurus makes the dates up, as it always does.
 *
 * @param root of the checkout
 * @param catalogueOf the catalogue of a page in the language that is built, both as absolute paths; none in the language that
 *   pages are written in
 * @returns what Docusaurus asks; it has no date where git does not know all of the history, since it would give a wrong one
 */
export function pageDates(
  root: string,
  catalogueOf: (page: string) => string | undefined,
): VcsConfig {
  const git = getVcsPreset('default-v2');
  const isKnown = hasWholeHistory(root);
  const lastChange = (file: string) =>
    isKnown ? git.getFileLastUpdateInfo(file) : Promise.resolve(null);
  return {
    initialize: (params) => {
      if (isKnown) git.initialize(params);
    },
    getFileCreationInfo: (file) =>
      isKnown ? git.getFileCreationInfo(file) : Promise.resolve(null),
    getFileLastUpdateInfo: async (page) => {
      const catalogue = catalogueOf(page);
      return newest(
        await lastChange(page),
        catalogue === undefined ? null : await lastChange(catalogue),
      );
    },
  };
}

/**
 * Whether git knows when each file was changed: not where there is no checkout, nor in one without older commits.
 *
 * @param root of the checkout
 */
export function hasWholeHistory(root: string): boolean {
  const asked = spawnSync('git', ['rev-parse', '--is-shallow-repository'], {
    cwd: root,
    encoding: 'utf8',
  });
  return asked.status === 0 && asked.stdout.trim() === 'false';
}

function newest(
  one: VcsChangeInfo | null,
  other: VcsChangeInfo | null,
): VcsChangeInfo | null {
  if (one === null || other === null) return one ?? other;
  return one.timestamp < other.timestamp ? other : one;
}
