import { defineWebSocketHandler } from 'h3';

class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
}

/** A number and a text at the same time, like a Date. */
class Temperature {
  constructor(readonly degrees: number) {}
  valueOf() {
    return this.degrees;
  }
  [Symbol.toPrimitive]() {
    return `${this.degrees} degrees`;
  }
}

const values: Record<string, unknown> = {
  text: 'plain text',
  number: 42,
  boolean: true,
  undefined: undefined,
  null: null,
  object: { answer: 42 },
  list: [1, 2, 3],
  bytes: new Uint8Array([0, 1, 255]),
  temperature: new Temperature(21),
  map: new Map([['answer', 42]]),
  instance: new Point(1, 2),
};

/** Sends the value of the given name; `publish` before the name publishes it. */
export default defineWebSocketHandler({
  open(peer) {
    peer.subscribe('/api/ws/values');
  },

  message(peer, message) {
    const name = message.text();
    if (name.startsWith('publish ')) {
      peer.publish('/api/ws/values', values[name.slice(8)]);
      return;
    }
    try {
      peer.send(values[name]);
    } catch (error) {
      peer.send(`throws ${error instanceof Error ? error.name : 'something'}`);
    }
  },
});
