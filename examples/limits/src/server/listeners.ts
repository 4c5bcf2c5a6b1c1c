import { limits } from '../shared/feed-limits';

/** A client that receives the feed: a socket or an event stream. */
export interface Listener {
  send(text: string): void;
  /** Number of bytes that are buffered on this server for the client. */
  waiting(): number;
  /** Ends the connection immediately, and frees the buffer. */
  cut(): void;
}

const listeners = new Set<Listener>();
let capacity = 10_000;

/** Sets the maximum number of listeners. */
export function setCapacity(count: number): void {
  capacity = count;
}

/** The current number of listeners. */
export function listenerCount(): number {
  return listeners.size;
}

/** Whether the maximum is reached. */
export function isFull(): boolean {
  return listeners.size >= capacity;
}

/** Adds a listener; call the returned function when its connection ends. */
export function join(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function sendToAll(text: string): void {
  for (const listener of listeners) {
    sendTo(listener, text);
  }
}

/** Sends to one listener, or disconnects it if its backlog is too large. */
export function sendTo(listener: Listener, text: string): void {
  if (listener.waiting() > limits.waiting) {
    listeners.delete(listener);
    listener.cut();
    return;
  }
  listener.send(text);
}
