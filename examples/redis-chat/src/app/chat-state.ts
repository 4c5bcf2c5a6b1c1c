import type { ChatEvent, ChatMessage, Saying } from '../shared/chat-event';

/** What a client has and still has to send. It outlives any number of sockets. */
export interface ChatState {
  readonly messages: readonly ChatMessage[];
  /** Said, but not acknowledged. Each new socket begins with sending these again. */
  readonly pending: readonly Saying[];
}

export const nothingYet: ChatState = { messages: [], pending: [] };

const messagesKept = 1_000;

/** Adds what is about to be sent. */
export function withSaying(state: ChatState, saying: Saying): ChatState {
  return { ...state, pending: [...state.pending, saying] };
}

/** Adds what a server has sent. */
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

/** The id after which a new socket has to go on. */
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
