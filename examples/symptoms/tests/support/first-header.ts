/** A request with a possibly slow response. */
export interface PendingAnswer {
  readonly status: Promise<number>;
  /** The status, or `no header` after a number of seconds. */
  statusWithin(seconds: number): Promise<number | 'no header'>;
  /** Drops the connection. */
  leave(): void;
}

/** Requests a URL, and waits only for the header. */
export function request(url: string): PendingAnswer {
  const connection = new AbortController();
  const status = fetch(url, { signal: connection.signal }).then(
    (response) => response.status,
  );
  // The caller may not be waiting when the connection is dropped.
  status.catch(() => undefined);
  return {
    status,
    async statusWithin(seconds) {
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<'no header'>((resolve) => {
        timer = setTimeout(() => resolve('no header'), seconds * 1_000);
      });
      return Promise.race([status, patience]).finally(() => {
        clearTimeout(timer);
      });
    },
    leave: () => {
      connection.abort();
    },
  };
}
