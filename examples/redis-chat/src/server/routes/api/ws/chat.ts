import type { Peer } from 'crossws';
import { defineWebSocketHandler } from 'h3';
import {
  type ChatEvent,
  serviceRestart,
  tryAgainLater,
} from '../../../../shared/chat-event';
import { limits } from '../../../../shared/chat-limits';
import { chat } from '../../../chat/chat';
import type { Listener } from '../../../chat/hub';
import { readSaying } from '../../../chat/read-saying';
import { readVisit } from '../../../chat/read-visit';
import { isSameOrigin } from '../../../same-origin';

const listeners = new Map<Peer, Listener>();

export default defineWebSocketHandler({
  upgrade({ headers }) {
    return isSameOrigin(headers)
      ? undefined
      : new Response(null, { status: 403 });
  },

  async open(peer) {
    const listener: Listener = {
      welcome: (history) => tell(peer, { type: 'welcome', ...history }),
      hear: (_message, json) => peer.send(json),
      lost: () => peer.close(serviceRestart, 'Messages have been missed'),
    };
    listeners.set(peer, listener);
    try {
      await chat.join(listener, readVisit(peer.request.url).after);
    } catch {
      giveUp(peer);
    }
  },

  async message(peer, message) {
    const saying = readSaying(message.text());
    if (!saying) {
      const reason = `A message looks like {"key":"5f0c2a9e","text":"Hello"} and has at most ${limits.charactersPerMessage} characters.`;
      tell(peer, { type: 'error', reason });
      return;
    }
    // A message wasn't stored, so later ones must not be: the client resends all of them in order.
    if (!listeners.has(peer)) {
      return;
    }
    const { name } = readVisit(peer.request.url);
    try {
      const id = await chat.broker.store({ ...saying, name });
      tell(peer, { type: 'stored', key: saying.key, id });
    } catch {
      giveUp(peer);
    }
  },

  close(peer) {
    leave(peer);
  },
});

/** The client reconnects by itself, to this process or another one. */
function giveUp(peer: Peer): void {
  leave(peer);
  peer.close(tryAgainLater, 'The messages are out of reach');
}

function leave(peer: Peer): void {
  const listener = listeners.get(peer);
  if (listener) {
    listeners.delete(peer);
    chat.leave(listener);
  }
}

function tell(peer: Peer, event: ChatEvent): void {
  peer.send(JSON.stringify(event));
}
