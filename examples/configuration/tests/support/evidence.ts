import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, type ExpectStatic } from 'vitest';

/**
 * Compares what a run measured with a record in `evidence/`; `vitest -u` records
 * it again. Runs on both servers that name one file have to agree.
 *
 * A record names the major version of Node that it was made on. A run on
 * another version has to measure the same.
 *
 * @param own the `expect` of the test's context, which concurrent tests need
 */
export async function expectEvidence(
  name: string,
  measured: object,
  own: ExpectStatic = expect,
): Promise<void> {
  const url = new URL(`../../evidence/${name}.json`, import.meta.url);
  const { kind, ...values } = { kind: 'facts', ...measured };
  const text = (node: unknown) =>
    `${JSON.stringify({ kind, node, ...values }, null, 2)}\n`;
  const recorded = await readFile(url, 'utf8').catch(() => '{}');
  const { node } = JSON.parse(recorded) as { node?: number };
  const [current] = process.versions.node.split('.');
  const json =
    node && recorded === text(node) ? recorded : text(Number(current));
  await own(json).toMatchFileSnapshot(fileURLToPath(url));
}
