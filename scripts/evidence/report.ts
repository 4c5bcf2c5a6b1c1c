import { readFileSync } from 'node:fs';
import { formatProblem } from '../../src/core/problem.ts';
import { claimsOf } from '../../src/evidence/bind/claims.ts';
import { checkContent } from '../../src/site/check/problems.ts';
import { readPages } from '../../src/site/pages/pages.ts';
import { run } from '../run/child.ts';
import { consequenceLines, consequencesOf } from './consequences.ts';
import {
  evidenceChanges,
  evidenceLines,
  type EvidenceTexts,
} from './changes.ts';

/** Reads the evidence of the last commit. */
export async function committedEvidence(): Promise<EvidenceTexts> {
  const files = await evidenceFiles('ls-tree', '-r', '--name-only', 'HEAD');
  return new Map(
    await Promise.all(
      files.map(
        async (file) => [file, await git('show', `HEAD:${file}`)] as const,
      ),
    ),
  );
}

/**
 * Reports what changed since the last commit, and what that means for the pages in each language.
 *
 * @returns the lines of the report
 */
export async function reportSince(before: EvidenceTexts): Promise<string[]> {
  const files = await evidenceFiles(
    ...['ls-files', '--cached', '--others', '--exclude-standard'],
  );
  const now = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
  const changes = evidenceChanges(before, now);
  if (changes.length === 0) return ['No recorded value has changed.'];
  const pages = await readPages();
  const facts = pages.map(({ file, tree }) => ({
    file,
    facts: claimsOf(tree).facts,
  }));
  return [
    '',
    `Changed values (${changes.length})`,
    ...evidenceLines(changes).map((line) => `  ${line}`),
    ...consequenceLines(
      consequencesOf(changes, checkContent(pages).found, facts, formatProblem),
    ),
  ];
}

async function evidenceFiles(...list: readonly string[]): Promise<string[]> {
  const files = await git(...list, '--', 'examples');
  return files
    .split('\n')
    .filter((file) => /^examples\/[^/]+\/evidence\/[^/]+\.json$/.test(file));
}

async function git(...args: readonly string[]): Promise<string> {
  const { code, output } = await run('git', args);
  if (code !== 0) throw new Error(`git ${args.join(' ')} failed:\n${output}`);
  return output;
}
