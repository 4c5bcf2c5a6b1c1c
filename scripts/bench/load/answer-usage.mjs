// Loaded into a server with --import: reports its resource usage to the parent over IPC. Needs --expose-gc.
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.send) {
  process.on('message', (asked) => {
    const { user, system } = process.cpuUsage();
    // Garbage isn't part of a connection's memory.
    if (asked === 'memory') globalThis.gc();
    const { heapUsed, external, rss } = process.memoryUsage();
    process.send({
      microseconds: user + system,
      live: heapUsed + external,
      resident: rss,
    });
  });
}
