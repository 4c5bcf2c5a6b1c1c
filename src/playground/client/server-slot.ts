import type { CompiledFile, UnsupportedName } from '../protocol.ts';
import { openFrame, type SandboxFrame } from './sandbox.ts';
import {
  type ConsoleLine,
  type Crash,
  CrashError,
  type PlaygroundServer,
  type ServerOptions,
  startServer,
} from './start-server.ts';

/** The state of a slot: its server, the reason why it stopped, or neither during a start. */
export interface SlotState {
  readonly server: PlaygroundServer | undefined;
  readonly crash: Crash | undefined;
  /** The number of servers started so far. */
  readonly started: number;
  /** Unavailable features that the server used. */
  readonly unsupported: readonly UnsupportedName[];
}

/** Options of all servers of a slot. */
export interface SlotOptions extends Pick<
  ServerOptions,
  'runtime' | 'packages' | 'sandboxUrl'
> {
  readonly onConsole: (line: ConsoleLine) => void;
}

/** Runs one server at a time, in a frame that stays. Each start replaces the one before, whether that has finished or not. */
export class ServerSlot {
  readonly #options: SlotOptions;
  readonly #listeners = new Set<() => void>();
  #state: SlotState = {
    server: undefined,
    crash: undefined,
    started: 0,
    unsupported: [],
  };
  #frame: SandboxFrame | undefined;
  #current: AbortController | undefined;
  #isClosed = false;

  constructor(options: SlotOptions) {
    this.#options = options;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** The current state; the same object until it changes. */
  readonly getSnapshot = (): SlotState => this.#state;

  /** Returns the current server. */
  readonly server = (): PlaygroundServer | undefined => this.#state.server;

  /** Stops the current server or start, and starts a server. Does nothing after `close`. */
  async start(files: readonly CompiledFile[]): Promise<void> {
    if (this.#isClosed) return;
    this.#current?.abort();
    const controller = new AbortController();
    this.#current = controller;
    this.#set({ server: undefined, crash: undefined, unsupported: [] });
    const { onConsole, ...options } = this.#options;
    const frame = (this.#frame ??= openFrame(options.sandboxUrl));
    try {
      const server = await startServer({
        ...options,
        files,
        frame,
        signal: controller.signal,
      });
      if (controller.signal.aborted) return;
      server.onConsole(onConsole);
      server.onUnsupported((name) => {
        const { unsupported } = this.#state;
        if (unsupported.includes(name)) return;
        this.#set({ unsupported: [...unsupported, name] });
      });
      server.onCrash((crash) => this.#set({ server: undefined, crash }));
      this.#set({ server, started: this.#state.started + 1 });
    } catch (error) {
      if (controller.signal.aborted) return;
      if (!(error instanceof CrashError)) throw error;
      // A document that failed to load, such as offline, is requested again by the next start.
      if (!frame.isOpen) this.#removeFrame();
      this.#set({ crash: error.crash });
    }
  }

  /** Stops the server and rejects further starts. */
  close(): void {
    this.#isClosed = true;
    this.#current?.abort();
    this.#removeFrame();
    this.#set({ server: undefined });
  }

  #removeFrame(): void {
    this.#frame?.remove();
    this.#frame = undefined;
  }

  #set(change: Partial<SlotState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
