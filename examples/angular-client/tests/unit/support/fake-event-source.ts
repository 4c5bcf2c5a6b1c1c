/** Stands in for the browser's EventSource: the test is the server. */
export class FakeEventSource {
  static readonly CLOSED = 2;
  /** All that were opened, in order. */
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

  /** The server sends an event. */
  receive(data: unknown): void {
    this.readyState = 1;
    const text = JSON.stringify(data);
    this.onmessage?.(new MessageEvent('message', { data: text }));
  }

  /** The connection is lost, and the browser tries again. */
  lose(): void {
    this.readyState = 0;
    this.onerror?.(new Event('error'));
  }

  /** The answer is no event stream: the browser never tries again. */
  refuse(): void {
    this.readyState = 2;
    this.onerror?.(new Event('error'));
  }
}
