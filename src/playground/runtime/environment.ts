import { Buffer } from './buffer.ts';
import { guarded } from './unsupported.ts';

// Globals of Node that a worker of an opaque origin lacks. This
// module is imported first, because h3 reads some of them while it loads.

define(globalThis, 'Buffer', Buffer);
const immediates = nodeImmediates();
define(globalThis, 'setImmediate', immediates.setImmediate);
define(globalThis, 'clearImmediate', immediates.clearImmediate);
// crossws checks data with instanceof; it doesn't exist without cross-origin isolation.
define(globalThis, 'SharedArrayBuffer', function SharedArrayBuffer() {
  throw new TypeError('There is no shared memory in this browser page.');
});
// Only secure contexts have these, and an opaque origin isn't one.
define(crypto, 'randomUUID', randomUUID);
define(crypto, 'subtle', guarded({}, 'subtle', 'crypto.subtle'));
define(ReadableStream.prototype, Symbol.asyncIterator, iterate);

// Handlers must not start other workers, post to the page or store data:
// WebKit has a cache even for an opaque origin. The policy of the
// sandbox blocks the network.
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

/** Node's `setImmediate` and `clearImmediate`: after queued tasks, before timers. */
function nodeImmediates() {
  const { port1, port2 } = new MessageChannel();
  const waiting: Immediate[] = [];
  port1.onmessage = () => waiting.shift()?.run();
  return {
    setImmediate: (
      callback: (...values: unknown[]) => void,
      ...values: unknown[]
    ) => {
      // There is no process to keep alive.
      const immediate: Immediate = {
        run: () => callback(...values),
        ref: () => immediate,
        unref: () => immediate,
        hasRef: () => true,
      };
      waiting.push(immediate);
      port2.postMessage(null);
      return immediate;
    },
    clearImmediate: (immediate?: Immediate) => {
      if (immediate) immediate.run = () => undefined;
    },
  };
}

interface Immediate {
  run: () => void;
  readonly ref: () => Immediate;
  readonly unref: () => Immediate;
  readonly hasRef: () => boolean;
}

/** Creates a version 4 UUID (RFC 9562). */
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

/** Iterates a stream, for browsers without `for await` on streams. */
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
