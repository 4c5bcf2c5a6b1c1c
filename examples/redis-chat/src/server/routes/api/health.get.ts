import { defineEventHandler, setResponseStatus } from 'h3';
import { chat } from '../../chat/chat';

/** Health check: whether this process can serve requests. */
export default defineEventHandler(async (event) => {
  const { broker, size } = chat;
  const about = { broker: broker.name, clients: size };
  try {
    await broker.check();
    return { status: 'ok', ...about };
  } catch {
    setResponseStatus(event, 503);
    return { status: 'messages out of reach', ...about };
  }
});
