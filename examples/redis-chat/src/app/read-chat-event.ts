import type { ChatEvent, ChatMessage } from '../shared/chat-event';

type Fields = Partial<Record<string, unknown>>;

/** Reads a frame; `undefined` for anything but an event of the chat. */
export function readChatEvent(frame: unknown): ChatEvent | undefined {
  const fields = fieldsOf(parse(frame));
  const { type, resumed, messages, key, id, reason } = fields;
  switch (type) {
    case 'welcome': {
      const read = readMessages(messages);
      return typeof resumed === 'boolean' && read
        ? { type, resumed, messages: read }
        : undefined;
    }
    case 'message': {
      const message = readMessage(fields);
      return message && { type, ...message };
    }
    case 'stored':
      return typeof key === 'string' && typeof id === 'string'
        ? { type, key, id }
        : undefined;
    case 'error':
      return typeof reason === 'string' ? { type, reason } : undefined;
    default:
      return undefined;
  }
}

/** All or nothing: a list with one invalid item is invalid. */
function readMessages(list: unknown): ChatMessage[] | undefined {
  if (!Array.isArray(list)) {
    return undefined;
  }
  const read = list
    .map((one) => readMessage(fieldsOf(one)))
    .filter((message) => message !== undefined);
  return read.length === list.length ? read : undefined;
}

function readMessage({ id, key, name, text }: Fields): ChatMessage | undefined {
  return typeof id === 'string' &&
    typeof key === 'string' &&
    typeof name === 'string' &&
    typeof text === 'string'
    ? { id, key, name, text }
    : undefined;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function parse(frame: unknown): unknown {
  try {
    return typeof frame === 'string' ? JSON.parse(frame) : undefined;
  } catch {
    return undefined;
  }
}
