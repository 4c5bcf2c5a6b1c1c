import type { ChatEvent, ChatMessage, Saying } from '../shared/chat-event';

/** The messages that a client has received and still has to send. The state outlives its sockets. */
export interface ChatState {
  readonly messages: readonly ChatMessage[];
  /** Sent, but not acknowledged. Each new socket sends these again first. */
  readonly pending: readonly Saying[];
}

export const nothingYet: ChatState = { messages: [], pending: [] };

const messagesKept = 1_000;

/** Adds a message that is about to be sent. */
export function withSaying(state: ChatState, saying: Saying): ChatState {
  return { ...state, pending: [...state.pending, saying] };
}

/** Applies an event from the server. */
export function withEvent(state: ChatState, event: ChatEvent): ChatState {
  switch (event.type) {
    case 'welcome': {
      const before = event.resumed ? state.messages : [];
      return heard({ ...state, messages: before }, event.messages);
    }
    case 'message': {
      const { id, key, name, text } = event;
      return heard(state, [{ id, key, name, text }]);
    }
    case 'stored':
      return without(state, [event.key]);
    case 'error':
      return state;
  }
}

/** The ID after which a new socket has to resume. */
export function lastId({ messages }: ChatState): string | undefined {
  return messages.at(-1)?.id;
}

function heard(state: ChatState, messages: readonly ChatMessage[]): ChatState {
  const keys = messages.map(({ key }) => key);
  return {
    ...without(state, keys),
    messages: [...state.messages, ...messages].slice(-messagesKept),
  };
}

function without(state: ChatState, keys: readonly string[]): ChatState {
  const isDone = ({ key }: Saying) => keys.includes(key);
  return state.pending.some(isDone)
    ? { ...state, pending: state.pending.filter((one) => !isDone(one)) }
    : state;
}
