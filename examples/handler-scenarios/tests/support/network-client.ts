import WebSocket from 'ws';
import type {
  ClientSocket,
  Handshake,
  ScenarioClient,
  ServerFrame,
} from '../scenarios/client';
import { hex } from '../scenarios/transcript';
import { openEventSource } from './reconnecting-reader';

/**
 * Connects to a server over the network, like a page of the same origin.
 *
 * @param origin of the server: `http://127.0.0.1:3000`
 */
export function networkClient(origin: string): ScenarioClient {
  return {
    origin,
    connect: (path, protocols, onFrame) =>
      connect(origin, path, protocols, onFrame),
    async fetch(path, init) {
      const response = await fetch(new URL(path, origin), {
        ...init,
        redirect: 'manual',
      });
      return {
        status: response.status,
        statusText: response.statusText,
        headers: [...response.headers],
        body: response.body ?? new Blob().stream(),
      };
    },
    eventSource: (path, onEvent) =>
      openEventSource(new URL(path, origin), onEvent),
  };
}

function connect(
  origin: string,
  path: string,
  protocols: readonly string[],
  onFrame: (frame: ServerFrame) => void,
): ClientSocket {
  const socket = new WebSocket(
    new URL(path, origin.replace('http', 'ws')),
    [...protocols],
    { origin, perMessageDeflate: false },
  );
  const handshake = new Promise<Handshake>((resolve) => {
    const answer = (status: number, rawHeaders: readonly string[]) => {
      const headers: [string, string][] = [];
      for (let at = 0; at < rawHeaders.length; at += 2) {
        const [name = '', value = ''] = rawHeaders.slice(at, at + 2);
        headers.push([name.toLowerCase(), value]);
      }
      resolve({ status, headers, protocol: socket.protocol });
    };
    let rawHeaders: readonly string[] = [];
    socket.once('upgrade', (response) => {
      rawHeaders = response.rawHeaders;
    });
    socket.once('open', () => {
      answer(101, rawHeaders);
    });
    socket.once('unexpected-response', (_request, response) => {
      answer(response.statusCode ?? 0, response.rawHeaders);
      socket.terminate();
    });
  });
  socket.on('message', (data: Buffer, isBinary) => {
    onFrame(isBinary ? { binary: hex(data) } : { text: data.toString() });
  });
  socket.on('close', (code, reason) => {
    onFrame({ close: code, reason: reason.toString() });
  });
  socket.on('error', () => {
    // The following `close` event reports the error.
  });
  return {
    handshake,
    send: (data) => {
      socket.send(data);
    },
    close: (code, reason) => {
      socket.close(code, reason);
    },
    drop: () => {
      socket.terminate();
    },
  };
}
