import type { PlaygroundServer } from '../host/start-server.ts';
import { LiveSocket } from './live-socket.ts';
import type { Names } from './names.ts';
import type { RecordedFrame, Recording } from './recording.ts';
import { inTime, type Pair, type Step } from './step.ts';

type SocketRecording = Extract<Recording, { readonly kind: 'websocket' }>;

/**
 * Lets live clients do what the recorded ones did. A client connects when it is
 * first named, as in the tests; its frames are compared in its own order.
 *
 * @param server one that nobody else uses
 * @returns each recorded frame beside the live one; the last, if more came than was recorded
 */
export async function* playSocket(
  server: PlaygroundServer,
  { url, clients, frames }: SocketRecording,
  names: Names,
): AsyncGenerator<Pair> {
  const sockets = new Map<string, LiveSocket>();
  for (const frame of frames.slice(0, playable(frames))) {
    const { client, from } = frame;
    const socket =
      sockets.get(client) ??
      new LiveSocket(server.connect(clients[client] ?? url), client);
    sockets.set(client, socket);
    const recorded = { client, from, text: textOf(frame) };
    if (from === 'server') {
      const live = await inTime(socket.next());
      const agrees =
        live !== undefined && names.agrees(recorded.text, live.text);
      yield { recorded, live: live ?? 'nothing', agrees };
    } else {
      const wasSent = socket.act(frame, names);
      const live = { ...recorded, text: names.fill(recorded.text) };
      yield { recorded, live: wasSent ? live : 'notSent', agrees: wasSent };
    }
  }
  // What was sent before this answer has come before it.
  await inTime(server.request('/'));
  for (const socket of sockets.values()) {
    const live = socket.waiting();
    if (live) yield { recorded: undefined, live, agrees: false };
  }
}

/**
 * How many frames can be played: a message that is closed with 1009 was longer
 * than a plugin of the app allows, and plugins do not run in a page.
 */
export function playable(frames: readonly RecordedFrame[]): number {
  const tooBig = frames.findIndex(
    (frame) => frame.opcode === 'close' && frame.code === 1009,
  );
  if (tooBig < 0) return frames.length;
  const { client } = frames[tooBig] ?? { client: '' };
  return frames.findLastIndex(
    (frame, index) =>
      index < tooBig && frame.client === client && frame.from === 'client',
  );
}

function textOf(frame: RecordedFrame): Step['text'] {
  return frame.opcode === 'close'
    ? `close ${frame.code} ${frame.reason}`.trim()
    : `${frame.opcode} ${frame.payload}`;
}
