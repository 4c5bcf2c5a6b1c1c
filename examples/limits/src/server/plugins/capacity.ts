import { defineNitroPlugin } from 'nitropack/runtime';
import { setCapacity } from '../listeners';

/** How many sockets and streams together: what the memory of the server is enough for. */
export default defineNitroPlugin(() => {
  setCapacity(Number(process.env['MAX_LISTENERS'] ?? 10_000));
});
