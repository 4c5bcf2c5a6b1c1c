import type { PlaygroundSocket } from '../host/socket.ts';
import type { Names } from './names.ts';
import type { RecordedFrame } from './recording.ts';
import { type Step, whole } from './step.ts';

/** A client of a replay: it hands out what it receives in its order. */
export class LiveSocket {
  readonly #received: Step[] = [];
  #wanted: ((step: Step) => void) | undefined;

  constructor(
    private readonly socket: PlaygroundSocket,
    private readonly client: string,
  ) {
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      this.#take(
        data instanceof ArrayBuffer
          ? `binary ${new TextDecoder().decode(data)}`
          : `text ${String(data)}`,
      );
    };
    socket.onclose = ({ code, reason }) => {
      const status = socket.handshake?.status;
      this.#take(
        status === undefined || status === 101
          ? `close ${code} ${reason}`.trim()
          : `HTTP ${status}`,
      );
    };
  }

  /** Sends or closes as recorded. @returns false where the socket takes nothing any more */
  act(frame: RecordedFrame, names: Names): boolean {
    if (this.socket.readyState !== 1) return false;
    if (frame.opcode === 'close') {
      this.socket.close(frame.code, frame.reason);
      return true;
    }
    const text = whole(names.fill(frame.payload));
    this.socket.send(
      frame.opcode === 'binary' ? new TextEncoder().encode(text) : text,
    );
    return true;
  }

  /** The next frame from the server; waits for it. */
  next(): Promise<Step> {
    const step = this.#received.shift();
    if (step) return Promise.resolve(step);
    return new Promise((resolve) => {
      this.#wanted = resolve;
    });
  }

  /** A frame that nobody has asked for. */
  waiting(): Step | undefined {
    return this.#received[0];
  }

  #take(text: string): void {
    const step: Step = { client: this.client, from: 'server', text };
    const wanted = this.#wanted;
    this.#wanted = undefined;
    if (wanted) wanted(step);
    else this.#received.push(step);
  }
}
