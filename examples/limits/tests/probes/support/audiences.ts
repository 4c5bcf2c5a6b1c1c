import {
  type Listener,
  sendToAll as sendWithLimit,
} from '../../../src/server/listeners';

/** Listeners without a limit, which the app avoids. */
export const unlimited = new Set<Listener>();

/** Broadcasts to the listeners of the app, or to those without a limit. */
export function sendToAll(text: string, limited: boolean): void {
  if (limited) {
    sendWithLimit(text);
    return;
  }
  for (const listener of unlimited) listener.send(text);
}
