import { expect } from 'vitest';
import { type ServerFrame, Wire, type WireClient } from './wire.ts';

/** Where `src/server/routes/api/ws/chat.ts` is served. */
export const chatUrl = '/api/ws/chat';

/** The chat's clients: in by the front door, their ids recorded by name. */
export class Room {
  readonly wire: Wire;
  #members = 0;

  constructor(server: string) {
    this.wire = new Wire(server);
  }

  /** Opens a socket and takes the welcome. */
  async enter(name: string): Promise<WireClient> {
    const client = await this.wire.connect(name, chatUrl);
    this.#members += 1;
    this.wire.name(welcomedId(await client.next()), `peer-${this.#members}`);
    return client;
  }

  /** The evidence of this scenario; fails when a frame came that nobody took. */
  async evidence(): Promise<object> {
    for (const [name, frames] of Object.entries(await this.wire.untaken())) {
      expect(frames, `frames that ${name} did not expect`).toEqual([]);
    }
    const frames = this.wire.transcript();
    return { kind: 'websocket', url: chatUrl, frames };
  }
}

/**
 * The id in a welcome.
 *
 * @throws when the frame is not a welcome in a text frame
 */
export function welcomedId(frame: ServerFrame): string {
  const json = frame.opcode === 'text' ? frame.payload : '';
  const id = /^\{"type":"welcome","id":"([^"]+)"\}$/.exec(json)?.[1];
  if (!id) {
    throw new Error(`Not a welcome in a text frame: ${JSON.stringify(frame)}`);
  }
  return id;
}
