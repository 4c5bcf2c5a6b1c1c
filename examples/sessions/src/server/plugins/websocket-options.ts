import type { NodeOptions } from 'crossws/adapters/node';
import { defineNitroPlugin } from 'nitropack/runtime';
import { isTicket } from '../../shared/protocols';

const serverOptions: NodeOptions['serverOptions'] = {
  /** Node closes a socket with 1009 when a message is larger than this. */
  maxPayload: 64 * 1024,
  /** The answer names the first that is offered, but never a ticket: proxies log it. */
  handleProtocols: (offered) =>
    [...offered].find((protocol) => !isTicket(protocol)) ?? false,
};

export default defineNitroPlugin(({ h3App }) => {
  const websocket: NodeOptions = { serverOptions };
  h3App.options.websocket = { ...h3App.options.websocket, ...websocket };
});
