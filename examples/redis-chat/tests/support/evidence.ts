import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/**
 * Compares what a run measured with `evidence/<name>.json`; `vitest -u` records
 * it anew. Runs on both servers that name one file have to agree.
 */
export async function expectEvidence(
  name: string,
  measured: object,
): Promise<void> {
  const file = new URL(`../../evidence/${name}.json`, import.meta.url);
  const json = `${JSON.stringify(measured, null, 2)}\n`;
  await expect(json).toMatchFileSnapshot(fileURLToPath(file));
}
