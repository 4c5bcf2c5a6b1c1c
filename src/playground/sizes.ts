import { fileURLToPath } from 'node:url';
import { buildHost, buildRuntime } from './build.ts';

// npx tsx src/playground/sizes.ts: what a reader loads to run handlers.
const root = fileURLToPath(new URL('../..', import.meta.url));
const [runtime, host] = await Promise.all([
  buildRuntime(root),
  buildHost(root),
]);
const rows = [
  ['in the worker', runtime],
  ['in the page', host],
] as const;
for (const [name, { bytes, gzipBytes }] of rows) {
  console.log(`${name}: ${bytes} bytes, ${gzipBytes} with gzip`);
}
console.log(`together: ${runtime.gzipBytes + host.gzipBytes} with gzip`);
console.log(
  Object.entries(runtime.versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', '),
);
