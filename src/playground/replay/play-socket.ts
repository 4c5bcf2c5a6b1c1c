import type { PlaygroundServer } from '../client/start-server.ts';
import type { Names } from './names.ts';
import {
  withTimeout,
  type Pair,
  type RecordedFrame,
  type Recording,
  type Step,
  expandLength,
} from './recording.ts';
import type { PlaygroundSocket } from '../client/socket.ts';

type SocketRecording = Extract<Recording, { readonly kind: 'websocket' }>;

/**
 * Replays the frames of recorded clients. A client connects when it is first named, as in the tests; its frames are compared in
 * their own order.
 *
 * @param server used only for this replay
 * @returns each recorded frame with its live counterpart, and a last one if more frames arrived
 */
export async function* playSocket(
  server: PlaygroundServer,
  { url, clients, frames }: SocketRecording,
  names: Names,
): AsyncGenerator<Pair> {
  const sockets = new Map<string, LiveSocket>();
  for (const frame of frames.slice(0, playableCount(frames))) {
    const { client, from } = frame;
    const socket =
      sockets.get(client) ??
      new LiveSocket(server.connect(clients[client] ?? url), client);
    sockets.set(client, socket);
    const recorded = { client, from, text: textOf(frame) };
    if (from === 'server') {
      const live = await withTimeout(socket.next());
      const agrees =
        live !== undefined && names.agrees(recorded.text, live.text);
      yield { recorded, live: live ?? 'nothing', agrees };
    } else {
      // A recording may begin with a message.
      await withTimeout(socket.opened);
      const wasSent = socket.act(frame, names);
      const live = { ...recorded, text: names.fill(recorded.text) };
      yield { recorded, live: wasSent ? live : 'notSent', agrees: wasSent };
    }
  }
  // Frames that were sent earlier arrive before this response.
  await withTimeout(server.request('/'));
  for (const socket of sockets.values()) {
    const live = socket.waiting();
    if (live) yield { recorded: undefined, live, agrees: false };
  }
}

/**
 * The number of frames that can be replayed: a message that caused a 1009
 * exceeded the limit of a plugin, and plugins don't run in a page.
 */
export function playableCount(frames: readonly RecordedFrame[]): number {
  const tooLarge = frames.findIndex(
    (frame) => frame.opcode === 'close' && frame.code === 1009,
  );
  if (tooLarge < 0) return frames.length;
  const { client } = frames[tooLarge] ?? { client: '' };
  return frames.findLastIndex(
    (frame, index) =>
      index < tooLarge && frame.client === client && frame.from === 'client',
  );
}

function textOf(frame: RecordedFrame): Step['text'] {
  return frame.opcode === 'close'
    ? `close ${frame.code} ${frame.reason}`.trim()
    : `${frame.opcode} ${frame.payload}`;
}

/** A client of a replay, which queues received frames. */
class LiveSocket {
  readonly #received: Step[] = [];
  #wanted: ((step: Step) => void) | undefined;
  /** Resolves as soon as the socket is open or closed. */
  readonly opened: Promise<void>;

  constructor(
    private readonly socket: PlaygroundSocket,
    private readonly client: string,
  ) {
    socket.binaryType = 'arraybuffer';
    let opened = () => {};
    this.opened = new Promise((resolve) => {
      opened = resolve;
    });
    if (socket.readyState !== 0) opened();
    socket.onopen = () => opened();
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      this.#take(
        data instanceof ArrayBuffer
          ? `binary ${new TextDecoder().decode(data)}`
          : `text ${String(data)}`,
      );
    };
    socket.onclose = ({ code, reason }) => {
      opened();
      const status = socket.handshake?.status;
      this.#take(
        status === undefined || status === 101
          ? `close ${code} ${reason}`.trim()
          : `HTTP ${status}`,
      );
    };
  }

  /** Sends or closes as recorded. @returns false if the socket isn't open */
  act(frame: RecordedFrame, names: Names): boolean {
    if (this.socket.readyState !== 1) return false;
    if (frame.opcode === 'close') {
      this.socket.close(frame.code, frame.reason);
      return true;
    }
    const text = expandLength(names.fill(frame.payload));
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

  /** A frame that isn't recorded. */
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
