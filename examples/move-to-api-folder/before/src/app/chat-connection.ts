import {
  afterNextRender,
  DestroyRef,
  inject,
  Injectable,
  signal,
} from '@angular/core';

const retryAfter = 1000;
const linesKept = 50;

/** A connection to the chat. Provide it in a component: it is closed with the component. */
@Injectable()
export class ChatConnection {
  readonly #state = signal('Connecting…');
  readonly #lines = signal<readonly string[]>([]);
  readonly state = this.#state.asReadonly();
  /** The newest first. */
  readonly lines = this.#lines.asReadonly();

  #socket: WebSocket | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    // Not called while the server renders the page.
    afterNextRender(() => this.#connect());
    inject(DestroyRef).onDestroy(() => this.#disconnect());
  }

  send(text: string): void {
    this.#socket?.send(text);
  }

  #connect(): void {
    const socket = new WebSocket('/ws/chat');
    this.#socket = socket;
    socket.onopen = () => this.#state.set('Open');
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      // A socket opens at any URL: only a message shows that a route is there.
      this.#state.set('Connected');
      this.#lines.update((lines) =>
        [String(data), ...lines].slice(0, linesKept),
      );
    };
    socket.onclose = () => {
      this.#state.set('Lost');
      this.#timer = setTimeout(() => this.#connect(), retryAfter);
    };
  }

  #disconnect(): void {
    clearTimeout(this.#timer);
    if (this.#socket) {
      this.#socket.onclose = null;
      this.#socket.close();
    }
  }
}
