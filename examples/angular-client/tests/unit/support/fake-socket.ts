/**
 * A mock of the browser's WebSocket; the test acts as the server. Like the real
 * class, it throws on sending before it's open, and silently drops messages
 * after it's closed.
 */
export class FakeSocket {
  /** All opened sockets in order, with their URLs. */
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

  /** Accepts the connection. */
  accept(): void {
    this.readyState = 1;
    this.onopen?.(new Event('open'));
  }

  /** Sends an event, or any text, from the server. */
  receive(data: unknown): void {
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    this.onmessage?.(new MessageEvent('message', { data: text }));
  }

  /** Closes the connection with a code, or loses it with 1006. */
  end(code = 1006): void {
    this.readyState = 3;
    const wasClean = code !== 1006;
    this.onclose?.(new CloseEvent('close', { code, wasClean }));
  }
}
