import { type ChatState, lastId } from './chat-state';

/** The URL of the next socket, which requests all messages that the client is missing. */
export function chatUrl(name: string, state: ChatState): string {
  const after = lastId(state);
  const query = new URLSearchParams({ name, ...(after && { after }) });
  return `/api/ws/chat?${query}`;
}
