import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { claimsOf } from '../../src/evidence/claims.ts';
import type { ParsedPage } from '../../src/snippets/coverage.ts';
import { described } from '../../src/snippets/problem.ts';
import { readPages } from '../content/pages.ts';
import { checkContent } from '../content/problems.ts';
import { listExamples } from '../examples/catalogue.ts';
import { consequenceLines, consequencesOf } from './consequences.ts';
import {
  evidenceChanges,
  evidenceLines,
  type EvidenceTexts,
} from './evidence-changes.ts';

/** What an upgrade is compared with. */
export interface Before {
  readonly pages: readonly ParsedPage[];
  readonly evidence: EvidenceTexts;
  /** What the check of the pages already found, described. */
  readonly problems: ReadonlySet<string>;
}

/**
 * Reads the pages, what the examples have recorded, and whether these agree.
 *
 * @throws what the parser says of a page that is no MDX
 */
export async function pagesAndEvidence(): Promise<Before> {
  const pages = await readPages();
  return {
    pages,
    evidence: readEvidence(),
    problems: new Set(checkContent(pages).problems),
  };
}

/**
 * What has changed since, and what that does to the pages in each language.
 *
 * @param before from `pagesAndEvidence`
 * @returns the lines of the report
 */
export async function reportSince(before: Before): Promise<string[]> {
  const changes = evidenceChanges(before.evidence, readEvidence());
  const pages = await readPages();
  const facts = pages.map(({ file, tree, linesBefore = 0 }) => ({
    file,
    facts: claimsOf(tree).facts.map((fact) => ({
      ...fact,
      line: fact.line + linesBefore,
    })),
  }));
  return [
    '',
    ...(changes.length === 0
      ? ['No recorded behaviour has changed.']
      : [
          `Recorded otherwise (${changes.length} values)`,
          ...evidenceLines(changes).map((line) => `  ${line}`),
        ]),
    ...consequenceLines(
      consequencesOf(
        changes,
        checkContent(pages).found,
        before.problems,
        facts,
        described,
      ),
    ),
  ];
}

function readEvidence(): EvidenceTexts {
  const files = listExamples().flatMap(({ folder }) => {
    const inside = join(folder, 'evidence');
    return readdirSync(inside)
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(inside, name));
  });
  return new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
}
