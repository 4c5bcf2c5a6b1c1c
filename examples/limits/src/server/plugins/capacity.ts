import { defineNitroPlugin } from 'nitropack/runtime';
import { setCapacity } from '../listeners';

/** Limits the number of sockets and streams together to what fits into the server's memory. */
export default defineNitroPlugin(() => {
  setCapacity(Number(process.env['MAX_LISTENERS'] ?? 10_000));
});
