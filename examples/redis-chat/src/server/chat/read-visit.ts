import { limits } from '../../shared/chat-limits';
import { isMessageId } from '../../shared/message-id';

/** The parameters in the URL of a socket: `/api/ws/chat?name=Ada&after=1735689600000-0`. */
export interface Visit {
  readonly name: string;
  /** The last message that the client has. */
  readonly after: string | undefined;
}

/** Reads the URL of an upgrade. The client chooses the host in it, so nothing here throws. */
export function readVisit(url: string): Visit {
  const query = new URLSearchParams(url.split('?')[1]);
  const shown = (query.get('name') ?? '').replaceAll(/\p{Cc}/gu, '').trim();
  const characters = Array.from(shown).slice(0, limits.charactersPerName);
  return {
    name: characters.join('') || 'Guest',
    after: readMessageId(query.get('after')),
  };
}

/** Returns a text that is an id; `undefined` for any other. */
export function readMessageId(text: unknown): string | undefined {
  return typeof text === 'string' && isMessageId(text) ? text : undefined;
}
