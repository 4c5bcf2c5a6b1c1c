import { scenarios } from '../../examples/handler-scenarios/tests/scenarios/all.ts';
import type {
  ClientSocket,
  Handshake,
  ScenarioClient,
  ServerFrame,
} from '../../examples/handler-scenarios/tests/scenarios/client.ts';
import {
  hex,
  type TranscriptRecord,
} from '../../examples/handler-scenarios/tests/scenarios/transcript.ts';
import { EventSource } from 'eventsource';
import {
  type PlaygroundServer,
  type ServerOptions,
  startServer,
} from '../../src/playground/client/start-server.ts';

/** Functions in the page that tests call. */
export interface TestPage {
  startServer(options: ServerOptions): Promise<PlaygroundServer>;
  /** Opens an event stream, which reconnects automatically. */
  openEventSource(server: PlaygroundServer, path: string): EventSource;
  /** Plays a scenario on a separate server and returns its transcript. */
  play(
    name: string,
    options: ServerOptions,
  ): Promise<readonly TranscriptRecord[]>;
  /** Returns the longest time in milliseconds for which the page was blocked during a period. */
  longestGap(milliseconds: number): Promise<number>;
}

declare global {
  interface Window {
    testPage: TestPage;
  }
}

window.testPage = {
  startServer,
  openEventSource,
  longestGap: (milliseconds) =>
    new Promise((resolve) => {
      const begin = performance.now();
      let last = begin;
      let longest = 0;
      const timer = setInterval(() => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        if (now - begin < milliseconds) return;
        clearInterval(timer);
        resolve(longest);
      }, 10);
    }),
  async play(name, options) {
    const play = scenarios[name];
    if (!play) throw new Error(`There is no scenario "${name}".`);
    const server = await startServer(options);
    try {
      return await play(clientOf(server));
    } finally {
      server.stop();
    }
  },
};

function clientOf(server: PlaygroundServer): ScenarioClient {
  return {
    origin: server.origin,
    connect: (path, protocols, onFrame) =>
      connect(server, path, protocols, onFrame),
    fetch: (path, init) => server.request(path, init),
    eventSource(path, onEvent) {
      const source = openEventSource(server, path);
      source.addEventListener('message', ({ type, lastEventId, data }) => {
        onEvent({ type, lastEventId, data: String(data) });
      });
      return source;
    },
  };
}

function connect(
  server: PlaygroundServer,
  path: string,
  protocols: readonly string[],
  onFrame: (frame: ServerFrame) => void,
): ClientSocket {
  const socket = server.connect(path, protocols);
  socket.binaryType = 'arraybuffer';
  const handshake = new Promise<Handshake>((resolve) => {
    const answer = () => {
      if (!socket.handshake) return;
      const { status, headers } = socket.handshake;
      resolve({ status, headers, protocol: socket.protocol });
    };
    socket.addEventListener('open', answer);
    socket.addEventListener('error', answer);
  });
  socket.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data instanceof ArrayBuffer) {
      onFrame({ binary: hex(new Uint8Array(data)) });
    } else onFrame({ text: String(data) });
  };
  socket.onclose = ({ code, reason }) => {
    onFrame({ close: code, reason });
  };
  return {
    handshake,
    send: (data) => {
      socket.send(data);
    },
    close: (code, reason) => {
      socket.close(code, reason);
    },
    drop: () => {
      socket.drop();
    },
  };
}

function openEventSource(server: PlaygroundServer, path: string): EventSource {
  return new EventSource(new URL(path, server.origin), {
    fetch: (url, init) => server.fetch(url, init),
  });
}
