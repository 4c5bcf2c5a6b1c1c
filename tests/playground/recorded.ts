import { readFileSync } from 'node:fs';
import { scenarios } from '../../examples/handler-scenarios/tests/scenarios/all.ts';
import type { TranscriptRecord } from '../../examples/handler-scenarios/tests/scenarios/transcript.ts';
import { expectedTranscript } from '../../examples/handler-scenarios/tests/support/differences.ts';
import { knownDifferences } from '../../src/playground/differences.ts';

/** The folder of the example whose handlers are compared. */
export const scenarioExample = 'examples/handler-scenarios';

/** The names of all scenarios. */
export const scenarioNames = Object.keys(scenarios);

/**
 * What a scenario has to show in a page.
 *
 * @param name of the scenario
 * @returns what production recorded, with the known differences put in, and those that found no place
 * @throws when nothing is recorded
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
