import { getVcsPreset } from '@docusaurus/utils';
import type { VcsChangeInfo, VcsConfig } from '@docusaurus/types';
import { git as runGit } from '../../core/git.ts';

/**
 * Returns the dates of pages: the last commit of a page or its catalogue. There are no dates in a shallow clone, where git would
 * return wrong ones.
 *
 * @param catalogueOf returns the catalogue of a page; both are absolute paths
 */
export function pageDates(
  root: string,
  catalogueOf: (page: string) => string | undefined,
): VcsConfig {
  const git = getVcsPreset('default-v2');
  const hasDates = hasFullHistory(root);
  const lastChange = (file: string) =>
    hasDates ? git.getFileLastUpdateInfo(file) : Promise.resolve(null);
  return {
    initialize: (params) => {
      if (hasDates) git.initialize(params);
    },
    getFileCreationInfo: (file) =>
      hasDates ? git.getFileCreationInfo(file) : Promise.resolve(null),
    getFileLastUpdateInfo: async (page) => {
      const catalogue = catalogueOf(page);
      return newest(
        await lastChange(page),
        catalogue === undefined ? null : await lastChange(catalogue),
      );
    },
  };
}

/** Whether a folder is a git checkout and not a shallow clone. */
export function hasFullHistory(root: string): boolean {
  const shallow = runGit(root, ['rev-parse', '--is-shallow-repository']);
  return shallow?.toString('utf8').trim() === 'false';
}

function newest(
  one: VcsChangeInfo | null,
  other: VcsChangeInfo | null,
): VcsChangeInfo | null {
  if (one === null || other === null) return one ?? other;
  return one.timestamp < other.timestamp ? other : one;
}
