/**
 * Stands in for the browser's WebSocket: the test is the server. As the real
 * one, it throws when something is sent before it is open, and loses in silence
 * what is sent after its end.
 */
export class FakeSocket {
  /** All that were opened, by URL and in order. */
  static opened: FakeSocket[] = [];

  readyState: number = 0;
  onopen: ((event: Event) => void) | null = null;
  onmessage: ((event: MessageEvent) => void) | null = null;
  onerror: ((event: Event) => void) | null = null;
  onclose: ((event: CloseEvent) => void) | null = null;
  readonly sent: unknown[] = [];

  constructor(readonly url: string) {
    FakeSocket.opened.push(this);
  }

  send(data: string): void {
    if (this.readyState === 0) {
      throw new DOMException('Still connecting.', 'InvalidStateError');
    }
    if (this.readyState === 1) {
      this.sent.push(JSON.parse(data));
    }
  }

  close(): void {
    this.readyState = 3;
  }

  /** The server accepts. */
  accept(): void {
    this.readyState = 1;
    this.onopen?.(new Event('open'));
  }

  /** The server sends an event, or any text. */
  receive(data: unknown): void {
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    this.onmessage?.(new MessageEvent('message', { data: text }));
  }

  /** The connection ends: in order with a code of the server, or lost with 1006. */
  end(code = 1006): void {
    this.readyState = 3;
    const wasClean = code !== 1006;
    this.onclose?.(new CloseEvent('close', { code, wasClean }));
  }
}
