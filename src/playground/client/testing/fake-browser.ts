import type { CompiledFile, FromWorker, ToWorker } from '../../protocol.ts';
import { sandboxHtml } from '../sandbox.ts';

/** Behavior of a simulated worker; the code of its file. */
export type Behavior =
  'works' | 'slow' | 'loops' | 'forges' | 'breaks' | 'never ready';

/** Returns a file that starts a worker with this behavior. */
export function fileOf(behavior: Behavior): CompiledFile {
  return { path: 'handler.ts', code: behavior };
}

type Listener = (event: { source?: unknown; data: unknown }) => void;

/**
 * The parts of a browser that a server needs, for Node: the document, frames that run the sandbox's own script, and
 * workers that follow the protocol. Everything between them takes a timer, so fake timers control it.
 */
export class FakeBrowser {
  readonly workers = new Set<FakeWorker>();
  readonly frames = new Set<object>();
  /** Whether frames can load their document. */
  isOnline = true;
  readonly #listeners = new Set<Listener>();

  /** Replacements of globals. */
  readonly globals = {
    MessageChannel: FakeChannel,
    navigator: { language: 'en', userAgent: 'test' },
    addEventListener: (_type: string, listener: Listener) =>
      void this.#listeners.add(listener),
    removeEventListener: (_type: string, listener: Listener) =>
      void this.#listeners.delete(listener),
    document: {
      createElement: () => this.#frame(),
      body: { append: (frame: { load(): void }) => frame.load() },
    },
  };

  #frame() {
    const { workers, frames, isOnline } = this;
    const inside = new Set<Listener>();
    const own = new Set<FakeWorker>();
    const outside = this.#listeners;
    const parent = {
      postMessage: (data: unknown) =>
        setTimeout(() => {
          if (!frames.has(frame)) return;
          const source = frame.contentWindow;
          for (const listener of [...outside]) listener({ source, data });
        }),
    };
    const frame = {
      hidden: false,
      tabIndex: 0,
      setAttribute: () => undefined,
      contentWindow: {
        postMessage: (data: unknown, _to: string, ports: FakePort[]) =>
          setTimeout(() => {
            const event = { source: parent, data, ports };
            for (const listener of inside) listener(event);
          }),
      },
      load() {
        frames.add(frame);
        if (!isOnline) return;
        setTimeout(() => {
          const [, script = ''] =
            /<script>(.*)<\/script>/s.exec(sandboxHtml) ?? [];
          // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the document's own script
          const run = new Function(
            'addEventListener',
            'origin',
            'parent',
            'Worker',
            'URL',
            'Blob',
            script,
          ) as (...values: unknown[]) => void;
          run(
            (_type: string, listener: Listener) => inside.add(listener),
            'null',
            parent,
            function Worker() {
              const worker = new FakeWorker(workers);
              own.add(worker);
              return worker;
            },
            { createObjectURL: () => '' },
            Object,
          );
        });
      },
      remove() {
        frames.delete(frame);
        for (const worker of own) worker.terminate();
      },
    };
    return frame;
  }
}

/** Follows or violates the protocol of the runtime. */
class FakeWorker {
  onerror: () => void = () => undefined;

  constructor(private readonly running: Set<FakeWorker>) {
    running.add(this);
  }

  terminate(): void {
    this.running.delete(this);
  }

  postMessage(
    { files: [file] }: { readonly files: readonly CompiledFile[] },
    [port]: readonly FakePort[],
  ): void {
    const behavior = file?.code;
    if (!port || behavior === 'never ready') return;
    const post = (message: FromWorker | { readonly type: 'forged' }) => {
      if (this.running.has(this)) port.postMessage(message);
    };
    setTimeout(
      () => {
        if (!this.running.has(this)) return;
        post({ type: 'ready' });
        if (behavior === 'breaks') this.onerror();
        if (behavior === 'forges') post({ type: 'forged' });
      },
      behavior === 'slow' ? 9_000 : 1,
    );
    if (behavior === 'loops') return;
    port.onmessage = ({ data }) => {
      const message = data as ToWorker;
      if (message.type === 'ping') post({ type: 'pong', count: message.count });
      if (message.type !== 'request') return;
      const { id } = message;
      post({
        type: 'batch',
        records: [
          { type: 'head', id, status: 204, statusText: '', headers: [] },
          { type: 'finish', id },
        ],
      });
    };
  }
}

class FakePort {
  onmessage: ((event: { data: unknown }) => void) | null = null;
  other: FakePort | undefined;

  postMessage(data: unknown): void {
    setTimeout(() => this.other?.onmessage?.({ data: structuredClone(data) }));
  }

  close(): void {
    this.other = undefined;
  }
}

class FakeChannel {
  readonly port1 = new FakePort();
  readonly port2 = new FakePort();

  constructor() {
    this.port1.other = this.port2;
    this.port2.other = this.port1;
  }
}
