import { fileURLToPath } from 'node:url';
import {
  buildCodeWorker,
  buildHost,
  buildRuntime,
} from '../../src/playground/build/bundles.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

// All files of a project share a process, and therefore these bundles.
export const runtimeBundle = once(() => buildRuntime(root));
export const hostBundle = once(() => buildHost(root));
export const codeWorkerBundle = once(() => buildCodeWorker(root));

/** Builds at the first call; later calls return the same promise. */
export function once<Built>(build: () => Promise<Built>): () => Promise<Built> {
  let built: Promise<Built> | undefined;
  return () => (built ??= build());
}
