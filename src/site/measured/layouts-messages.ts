import type { LayoutId } from './labels.ts';
import { EvidenceError } from '../../evidence/problem.ts';
import type { EvidenceFile } from '../../evidence/record/record.ts';
import type { EvidenceStore } from '../../evidence/record/store.ts';

/**
 * What the measured layouts are, for the catalogues.
 *
 * @param store the evidence
 * @param example the example that measures them
 * @returns the English sentence of each layout by the id of its translation
 */
export function layoutMessages(
  store: EvidenceStore,
  example: string,
): Record<LayoutId, string> {
  const messages: Record<LayoutId, string> = {};
  for (const name of store.names) {
    if (!name.startsWith(`${example}/`)) continue;
    const { kind, about } = readable(store, name)?.json ?? {};
    if (kind === 'layout' && typeof about === 'string') {
      messages[`layouts.${name.slice(example.length + 1)}`] = about;
    }
  }
  return messages;
}

// A broken file is the check's to report, with its place; the configuration has to load before.
function readable(
  store: EvidenceStore,
  name: string,
): EvidenceFile | undefined {
  try {
    return store.file(name);
  } catch (error) {
    if (error instanceof EvidenceError) return undefined;
    throw error;
  }
}
