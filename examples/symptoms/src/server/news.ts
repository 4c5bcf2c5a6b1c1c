type Listener = (headline: string) => void;

const listeners = new Set<Listener>();

/** Notifies all listeners. */
export function publishNews(headline: string): void {
  for (const listener of listeners) {
    listener(headline);
  }
}

/** Calls `listener` for each headline until the function that it returns is called. */
export function listenToNews(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
