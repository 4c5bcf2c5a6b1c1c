import type { Crash, PlaygroundServer } from '../host/start-server.ts';
import { Names } from './names.ts';
import { playHttp } from './play-http.ts';
import { playable, playSocket } from './play-socket.ts';
import { playStream } from './play-stream.ts';
import type { Recording } from './recording.ts';
import type { Pair } from './step.ts';

/** How a replay ends. */
export type Verdict =
  | { readonly kind: 'agrees' | 'stopped' }
  /** The first line that is not as recorded; the first is 1. */
  | { readonly kind: 'differs'; readonly line: number };

/**
 * Plays a recording on a server, up to the first line that differs.
 *
 * @param server one that nobody else uses; it is stopped at the end
 * @param take gets each line as soon as it is played
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

/** How many recorded lines cannot be played in a page. */
export function notPlayed(recording: Recording): number {
  return recording.kind === 'websocket'
    ? recording.frames.length - playable(recording.frames)
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
