// Preloaded into a build with --import: writes its resource usage when it exits.
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env['USAGE_REPORT'];
if (isMainThread && file) {
  process.on('exit', () => {
    // Kilobytes and microseconds, on every system: https://nodejs.org/api/process.html#processresourceusage
    writeFileSync(
      `${file}.${process.pid}`,
      JSON.stringify(process.resourceUsage()),
    );
  });
}
