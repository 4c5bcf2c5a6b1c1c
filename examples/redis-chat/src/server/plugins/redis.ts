import { defineNitroPlugin } from 'nitropack/runtime';
import { chat } from '../chat/chat';
import { RedisBroker } from '../chat/redis-broker';

/** Connects this process with the others through Redis: `REDIS_URL=redis://localhost:6379`. */
export default defineNitroPlugin(({ hooks }) => {
  const url = process.env['REDIS_URL'];
  if (url) {
    const broker = new RedisBroker(url);
    chat.use(broker);
    hooks.hook('close', () => broker.close());
  }
});
