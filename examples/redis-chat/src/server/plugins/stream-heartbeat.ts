import { defineNitroPlugin } from 'nitropack/runtime';
import { keepEventStreamsOpen } from '../event-streams';

/** `HEARTBEAT_SECONDS=0` switches it off. */
const seconds = Number(process.env['HEARTBEAT_SECONDS'] ?? 30);

/** Keeps streams open: a reverse proxy closes one that is idle for too long. */
export default defineNitroPlugin(() => {
  if (seconds > 0) {
    setInterval(keepEventStreamsOpen, seconds * 1000).unref();
  }
});
