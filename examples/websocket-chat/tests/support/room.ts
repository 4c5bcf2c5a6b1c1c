import { expect } from 'vitest';
import { type ServerFrame, Wire, type WireClient } from './wire';

/** URL of `src/server/routes/api/ws/chat.ts`. */
export const chatUrl = '/api/ws/chat';

/** URL of `src/server/routes/api/ws/lobby.ts`. */
export const lobbyUrl = '/api/ws/lobby';

/** Clients of the chat, whose ids are recorded by name. */
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

  /** Returns the evidence of this scenario; throws if a frame was not taken. */
  async evidence(): Promise<object> {
    for (const [name, frames] of Object.entries(await this.wire.untaken())) {
      expect(frames, `frames that ${name} did not expect`).toEqual([]);
    }
    const frames = this.wire.transcript();
    return { kind: 'websocket', url: chatUrl, frames };
  }
}

/**
 * Returns the id in a welcome.
 *
 * @throws if the frame isn't a welcome in a text frame
 */
export function welcomedId(frame: ServerFrame): string {
  const json = frame.opcode === 'text' ? frame.payload : '';
  const id = /^\{"type":"welcome","id":"([^"]+)"\}$/.exec(json)?.[1];
  if (!id) {
    throw new Error(`Not a welcome in a text frame: ${JSON.stringify(frame)}`);
  }
  return id;
}
