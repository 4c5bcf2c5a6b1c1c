import { readFileSync } from 'node:fs';
import { scenarios } from '../../examples/handler-scenarios/tests/scenarios/all.ts';
import type { TranscriptRecord } from '../../examples/handler-scenarios/tests/scenarios/transcript.ts';
import { expectedTranscript } from '../../examples/handler-scenarios/tests/support/differences.ts';
import { knownDifferences } from './differences.ts';

/** Folder of the example whose handlers are compared. */
export const scenarioExample = 'examples/handler-scenarios';

/** The names of all scenarios. */
export const scenarioNames = Object.keys(scenarios);

/**
 * Returns the expected result of a scenario in a page: the recording of production with the known differences.
 *
 * @returns also the differences that don't apply
 * @throws if there is no recording
 */
export function expectedInPage(name: string) {
  return expectedTranscript(name, recorded(name), knownDifferences);
}

function recorded(name: string): readonly TranscriptRecord[] {
  const file = `${scenarioExample}/evidence/${name}.json`;
  const evidence: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!hasRecords(evidence)) {
    throw new Error(
      `${file}:1: has no list "records". Record it again: npm run evidence`,
    );
  }
  return evidence.records;
}

function hasRecords(
  value: unknown,
): value is { records: readonly TranscriptRecord[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'records' in value &&
    Array.isArray(value.records)
  );
}
