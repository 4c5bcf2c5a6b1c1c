/** A fake EventSource, for which the test is the server. */
export class FakeEventSource {
  static readonly CLOSED = 2;
  /** All instances, in order. */
  static opened: FakeEventSource[] = [];

  readyState = 0;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;

  constructor(readonly url: string) {
    FakeEventSource.opened.push(this);
  }

  close(): void {
    this.readyState = 2;
  }

  /** Receives an event. */
  receive(data: unknown): void {
    this.readyState = 1;
    const text = JSON.stringify(data);
    this.onmessage?.(new MessageEvent('message', { data: text }));
  }

  /** Loses its connection; the browser reconnects. */
  lose(): void {
    this.readyState = 0;
    this.onerror?.(new Event('error'));
  }

  /** Gets a response that isn't an event stream; the browser doesn't reconnect. */
  refuse(): void {
    this.readyState = 2;
    this.onerror?.(new Event('error'));
  }
}
