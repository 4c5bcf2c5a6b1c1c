import type { Crash, PlaygroundServer } from '../client/start-server.ts';
import { Names } from './names.ts';
import { playHttp } from './play-http.ts';
import { playableCount, playSocket } from './play-socket.ts';
import { playStream } from './play-stream.ts';
import type { Pair, Recording } from './recording.ts';

/** How a replay ends. */
export type Verdict =
  | { readonly kind: 'agrees' | 'stopped' }
  /** The first line that differs, from 1. */
  | { readonly kind: 'differs'; readonly line: number };

/**
 * Replays a recording up to the first line that differs.
 *
 * @param server used only for this replay
 * @param take called with each line
 */
export async function replay(
  server: PlaygroundServer,
  recording: Recording,
  take: (pair: Pair) => void,
): Promise<Verdict> {
  let crash: Crash | undefined;
  server.onCrash((reason) => {
    crash = reason;
  });
  try {
    let line = 0;
    for await (const pair of played(server, recording)) {
      line += 1;
      take(pair);
      if (!pair.agrees) return crash ? stopped : { kind: 'differs', line };
    }
    return crash ? stopped : { kind: 'agrees' };
  } finally {
    server.stop();
  }
}

const stopped: Verdict = { kind: 'stopped' };

/** The number of recorded lines that can't be replayed in a page. */
export function unplayedCount(recording: Recording): number {
  return recording.kind === 'websocket'
    ? recording.frames.length - playableCount(recording.frames)
    : 0;
}

function played(
  server: PlaygroundServer,
  recording: Recording,
): AsyncGenerator<Pair> {
  const names = new Names();
  switch (recording.kind) {
    case 'websocket':
      return playSocket(server, recording, names);
    case 'event-stream':
      return playStream(server, recording, names);
    case 'http':
      return playHttp(server, recording, names);
  }
}
