import type { FeedEvent } from '../shared/feed-event';

/** Reads a frame; `undefined` for anything but an event of the feed. */
export function readFeedEvent(frame: unknown): FeedEvent | undefined {
  const value = parse(frame);
  if (typeof value !== 'object' || value === null || !('type' in value)) {
    return undefined;
  }
  if (value.type === 'welcome') {
    return { type: value.type };
  }
  if (value.type === 'message' && 'text' in value) {
    const { type, text } = value;
    return typeof text === 'string' ? { type, text } : undefined;
  }
  if (value.type === 'error' && 'reason' in value) {
    const { type, reason } = value;
    return typeof reason === 'string' ? { type, reason } : undefined;
  }
  return undefined;
}

function parse(frame: unknown): unknown {
  try {
    return typeof frame === 'string' ? JSON.parse(frame) : undefined;
  } catch {
    return undefined;
  }
}
