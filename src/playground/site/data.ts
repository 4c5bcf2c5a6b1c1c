import type { CompiledFile } from '../protocol.ts';
import type { Words } from '../words.ts';

/** What a handler talks. */
export type HandlerKind = 'websocket' | 'event-stream' | 'http';

/** A message or request that a test of the example sends. */
export interface Preset {
  /** Of a message: its text. Of a request: its body, if it has one. */
  readonly text: string;
  /** Of a request only. */
  readonly request?: {
    readonly method: string;
    readonly path: string;
    readonly headers: readonly (readonly [string, string])[];
  };
}

/** All that a playground needs once it is open, but for the runtime. */
export interface PlaygroundData {
  /** The shown file, from the root of its app. */
  readonly path: string;
  readonly kind: HandlerKind;
  /** As the router knows it: `/api/notes/:id`. */
  readonly route: string;
  /** What stands in the URL box at first. */
  readonly url: string;
  /** The method of the file's name; GET where it has none. */
  readonly method: string;
  readonly files: readonly CompiledFile[];
  readonly presets: readonly Preset[];
  /** Where the sandbox's document is, below the base URL of the site. */
  readonly sandbox: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly words: Words;
}

/** Fetches what the site has built for a playground. */
export type LoadPlayground = () => Promise<{
  readonly default: PlaygroundData;
}>;
