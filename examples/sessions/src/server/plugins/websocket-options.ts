import type { NodeOptions } from 'crossws/adapters/node';
import { defineNitroPlugin } from 'nitropack/runtime';
import { isTicket } from '../../shared/protocols';

const serverOptions: NodeOptions['serverOptions'] = {
  /** Node closes a socket with 1009 when a message is larger than this. */
  maxPayload: 64 * 1024,
  /** Selects the first subprotocol that isn't a ticket, because proxies log the response. */
  handleProtocols: (offered) =>
    [...offered].find((protocol) => !isTicket(protocol)) ?? false,
};

export default defineNitroPlugin(({ h3App }) => {
  const websocket: NodeOptions = { serverOptions };
  h3App.options.websocket = { ...h3App.options.websocket, ...websocket };
});
