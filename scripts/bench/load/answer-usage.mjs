// Loaded into a server by --import: says over the channel to its parent what it has used. Needs --expose-gc.
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.send) {
  process.on('message', (asked) => {
    const { user, system } = process.cpuUsage();
    // What is dead by now is no cost of a connection.
    if (asked === 'memory') globalThis.gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    process.send({
      microseconds: user + system,
      live: heapUsed + external,
      resident: rss,
    });
  });
}
