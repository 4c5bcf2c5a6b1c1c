import { type ChatState, lastId } from './chat-state';

/** Where the next socket of a client connects: it asks for all that the client does not have. */
export function chatUrl(name: string, state: ChatState): string {
  const after = lastId(state);
  const query = new URLSearchParams({ name, ...(after && { after }) });
  return `/api/ws/chat?${query}`;
}
