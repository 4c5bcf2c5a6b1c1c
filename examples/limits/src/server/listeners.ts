import { limits } from '../shared/limits';

/** Somebody who hears the feed: a socket, or an event stream. */
export interface Listener {
  send(text: string): void;
  /** How many bytes it was sent and has not taken from this server. */
  waiting(): number;
  /** Ends the connection at once, and frees what waits. */
  cut(): void;
}

const listeners = new Set<Listener>();
let capacity = 10_000;

/** Sets how many may listen at a time. */
export function setCapacity(count: number): void {
  capacity = count;
}

/** How many listen now. */
export function listenerCount(): number {
  return listeners.size;
}

/** Whether nobody else may come. */
export function isFull(): boolean {
  return listeners.size >= capacity;
}

/** Takes one in; call what it returns when the connection has ended. */
export function join(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function sendToAll(text: string): void {
  for (const listener of listeners) {
    sendTo(listener, text);
  }
}

/** Sends to one, or cuts it off when it has not taken what it was sent before. */
export function sendTo(listener: Listener, text: string): void {
  if (listener.waiting() > limits.waiting) {
    listeners.delete(listener);
    listener.cut();
    return;
  }
  listener.send(text);
}
