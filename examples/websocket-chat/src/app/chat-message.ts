/** A message of the server to a member of the room. */
export type ChatMessage =
  | { type: 'welcome'; id: string }
  | { type: 'joined'; id: string }
  | { type: 'left'; id: string }
  | { type: 'message'; from: string; text: string }
  | { type: 'error'; reason: string };

/** Reads a frame; `undefined` for anything but a message of the room. */
export function parseChatMessage(frame: unknown): ChatMessage | undefined {
  const { type, id, from, text, reason } = parseObject(frame);
  switch (type) {
    case 'welcome':
    case 'joined':
    case 'left':
      return typeof id === 'string' ? { type, id } : undefined;
    case 'message':
      return typeof from === 'string' && typeof text === 'string'
        ? { type, from, text }
        : undefined;
    case 'error':
      return typeof reason === 'string' ? { type, reason } : undefined;
    default:
      return undefined;
  }
}

function parseObject(frame: unknown): Partial<Record<string, unknown>> {
  try {
    const value: unknown = typeof frame === 'string' ? JSON.parse(frame) : null;
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
