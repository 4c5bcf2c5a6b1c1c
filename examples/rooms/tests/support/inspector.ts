import { once } from 'node:events';
import WebSocket from 'ws';
import type { AppServer } from './server';

/** Reads memory usage from a server's Node over its inspector port. */
export class Inspector {
  #lastId = 0;

  private constructor(readonly socket: WebSocket) {}

  /**
   * @throws if the server was started without `--inspect`
   */
  static async connect(server: AppServer): Promise<Inspector> {
    const output = server.output();
    const address = /Debugger listening on (ws:\S+)/.exec(output)?.[1];
    if (address === undefined) {
      throw new Error(`The server has no debugging port:\n${output}`);
    }
    const socket = new WebSocket(address);
    await once(socket, 'open');
    return new Inspector(socket);
  }

  /** Returns the bytes of live objects, after a garbage collection. */
  async heapInUse(): Promise<number> {
    await this.#ask('HeapProfiler.collectGarbage');
    const usage = await this.#ask('Runtime.getHeapUsage');
    const size: unknown = Reflect.get(usage, 'usedSize');
    if (typeof size !== 'number') {
      throw new Error(`No size of the heap: ${JSON.stringify(usage)}`);
    }
    return size;
  }

  end(): void {
    this.socket.terminate();
  }

  #ask(method: string): Promise<object> {
    const id = ++this.#lastId;
    const answer = new Promise<object>((resolve) => {
      const read = (data: Buffer) => {
        const message: unknown = JSON.parse(data.toString());
        if (
          typeof message === 'object' &&
          message !== null &&
          'id' in message &&
          message.id === id &&
          'result' in message &&
          typeof message.result === 'object' &&
          message.result !== null
        ) {
          this.socket.off('message', read);
          resolve(message.result);
        }
      };
      this.socket.on('message', read);
    });
    this.socket.send(JSON.stringify({ id, method }));
    return answer;
  }
}
