import type { NodeOptions } from 'crossws/adapters/node';
import { defineNitroPlugin } from 'nitropack/runtime';

/** Node closes a socket with 1009 when a message is larger than this. */
const maxPayload = 64 * 1024;

export default defineNitroPlugin(({ h3App }) => {
  const websocket: NodeOptions = { serverOptions: { maxPayload } };
  h3App.options.websocket = { ...h3App.options.websocket, ...websocket };
});
