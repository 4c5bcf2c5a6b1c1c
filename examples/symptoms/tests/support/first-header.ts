/** A request whose answer may be long in coming. */
export interface PendingAnswer {
  /** The status, or `no header` when none arrives in so many seconds. */
  statusWithin(seconds: number): Promise<number | 'no header'>;
  /** Breaks the connection. */
  leave(): void;
}

/** Requests a URL, and looks at nothing but when its header arrives. */
export function request(url: string): PendingAnswer {
  const connection = new AbortController();
  const answer = fetch(url, { signal: connection.signal });
  // Nobody may be waiting when the connection is left.
  answer.catch(() => undefined);
  return {
    async statusWithin(seconds) {
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<'no header'>((resolve) => {
        timer = setTimeout(() => resolve('no header'), seconds * 1_000);
      });
      const status = answer.then((response) => response.status);
      return Promise.race([status, patience]).finally(() => {
        clearTimeout(timer);
      });
    },
    leave: () => {
      connection.abort();
    },
  };
}
