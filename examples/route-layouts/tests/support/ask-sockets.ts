import { once } from 'node:events';
import WebSocket from 'ws';
import type { Observation } from './outcome';

// Far longer than a handshake takes, even on a busy machine.
const patience = 10_000;
// After the server had time to respond.
const grace = 300;

/**
 * Opens a socket at every URL, sends "ping", and names the result. "Stays silent" doesn't depend on time alone. The silent socket
 * answers a protocol ping that was sent after the text, so the server has read the text; then the server answers two more round
 * trips, over a working socket, if there is one, and over HTTP; then a short wait passes.
 *
 * @param server origin, for example `http://127.0.0.1:3000`
 * @param page a URL that responds over HTTP
 */
export async function askSockets(
  server: string,
  urls: readonly string[],
  page: string,
): Promise<Map<string, Observation>> {
  const probes = urls.map((url) => new SocketProbe(server, url));
  await Promise.all(probes.map((probe) => probe.settled()));
  if (probes.some((probe) => probe.observation() === undefined)) {
    const working = probes.find(
      (probe) => probe.observation()?.outcome === 'answers',
    );
    for (let trip = 1; trip <= 2; trip++) {
      await (await fetch(server + page)).text();
      await working?.roundTrip();
    }
    await new Promise((resolve) => setTimeout(resolve, grace));
  }
  const observations = new Map(
    probes.map((probe) => [
      probe.url,
      probe.observation() ?? probe.unanswered(),
    ]),
  );
  await Promise.all(probes.map((probe) => probe.end()));
  return observations;
}

class SocketProbe {
  readonly #socket: WebSocket;
  #observation: Observation | undefined;
  #opened = false;
  #pongs = 0;
  #changed: () => void = () => undefined;

  constructor(
    server: string,
    readonly url: string,
  ) {
    this.#socket = new WebSocket(server.replace('http', 'ws') + url);
    this.#socket.on('open', () => {
      this.#opened = true;
      this.#socket.send('ping');
      this.#socket.ping();
    });
    this.#socket.on('message', (data: Buffer) => {
      if (data.toString() === 'pong') this.#observe({ outcome: 'answers' });
    });
    this.#socket.on('pong', () => {
      this.#pongs += 1;
      this.#changed();
    });
    this.#socket.on('unexpected-response', (_request, response) => {
      const { statusCode: status = 0 } = response;
      response.destroy();
      this.#observe({ outcome: 'refused', status });
    });
    this.#socket.on('error', () => this.#observe({ outcome: 'refused' }));
    this.#socket.on('close', () => this.#observe({ outcome: 'closes' }));
  }

  /** Returns the response, if there was one. */
  observation(): Observation | undefined {
    return this.#observation;
  }

  /** Returns the meaning of no response. */
  unanswered(): Observation {
    if (!this.#opened) return { outcome: 'hangs' };
    if (this.#pongs === 0) {
      throw new Error(`${this.url} answers no ping of the protocol either.`);
    }
    return { outcome: 'opens and stays silent' };
  }

  /** Resolves at a response, at a protocol pong, or after a timeout. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patience);
      this.#changed = () => {
        if (this.#observation || this.#pongs > 0) {
          clearTimeout(timer);
          resolve();
        }
      };
      this.#changed();
    });
  }

  /** Sends another ping and waits for the pong. */
  async roundTrip(): Promise<void> {
    const answer = once(this.#socket, 'message', {
      signal: AbortSignal.timeout(patience),
    });
    this.#socket.send('ping');
    await answer;
  }

  /** Closes the socket, since an unprotected dev server exits at a lost connection. */
  async end(): Promise<void> {
    if (this.#socket.readyState === WebSocket.OPEN) {
      const closed = once(this.#socket, 'close');
      this.#socket.close();
      await closed;
    } else {
      this.#socket.terminate();
    }
  }

  #observe(observation: Observation): void {
    this.#observation ??= observation;
    this.#changed();
  }
}
