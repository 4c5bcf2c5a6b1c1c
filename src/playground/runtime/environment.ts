import { Buffer } from './buffer.ts';

// What a handler finds in Node and not in a worker of an opaque origin. This
// module comes first: h3 looks for some of it while it loads.

define(globalThis, 'Buffer', Buffer);
define(globalThis, 'setImmediate', immediately());
// crossws asks whether data is one; without cross-origin isolation none exists.
define(globalThis, 'SharedArrayBuffer', function SharedArrayBuffer() {
  throw new TypeError('There is no shared memory in this browser page.');
});
// An opaque origin is no secure context, and only these have it.
define(crypto, 'randomUUID', randomUUID);
define(ReadableStream.prototype, Symbol.asyncIterator, iterate);

// Nothing may start what outlives this worker or speaks for it, or leave anything
// behind: WebKit gives a cache even to an opaque origin. The policy of the
// sandbox ends all that reaches for the network.
for (const name of ['Worker', 'SharedWorker', 'postMessage', 'caches']) {
  for (
    let holder: unknown = globalThis;
    typeof holder === 'object' && holder !== null;
    holder = Object.getPrototypeOf(holder)
  ) {
    Reflect.deleteProperty(holder, name);
  }
}

function define(target: object, name: PropertyKey, value: unknown): void {
  if (Reflect.get(target, name) !== undefined) return;
  Object.defineProperty(target, name, {
    value,
    configurable: true,
    writable: true,
  });
}

/** Node's `setImmediate`: after what is queued now, before any timer. */
function immediately(): (
  callback: (...values: unknown[]) => void,
  ...values: unknown[]
) => void {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return (callback, ...values) => {
    waiting.push(() => {
      callback(...values);
    });
    port2.postMessage(null);
  };
}

/** A version 4 UUID, as RFC 9562 lays it out. */
function randomUUID(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  return [
    [0, 4],
    [4, 6],
    [6, 8],
    [8, 10],
    [10, 16],
  ]
    .map(([from, to]) => hex.slice(from, to).join(''))
    .join('-');
}

/** Reads a stream with `for await`, where the browser cannot yet. */
async function* iterate(this: ReadableStream<unknown>): AsyncGenerator {
  const reader = this.getReader();
  let ended = false;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value;
    }
    ended = true;
  } finally {
    if (!ended) await reader.cancel();
    reader.releaseLock();
  }
}
