import type { LoadEditData } from '../editor/data.ts';
import type { CompiledFile } from '../protocol.ts';
import type { Recording } from '../replay/recording.ts';
import type { LaterWords, Words } from '../words.ts';

/** What a handler talks. */
export type HandlerKind = 'websocket' | 'event-stream' | 'http';

/** Something that answers in a playground. */
export interface AppRoute {
  /** As the router knows it: `/api/notes/:id`. */
  readonly url: string;
  /** Every one when undefined. */
  readonly method: string | undefined;
  readonly kind: HandlerKind;
}

/** A message or request that a test of the example sends. */
export interface Preset {
  /** Of a message: its text. Of a request: its body, if it has one. */
  readonly text: string;
  /** Of a request only. */
  readonly request?: {
    readonly method: string;
    readonly path: string;
    readonly headers: readonly (readonly [string, string])[];
    /** Where its answer leads, as it was recorded: `/api/notes/<note-1>`. A later path can name the same. */
    readonly location?: string;
  };
}

/** What an open panel is made of, but for the runtime. */
export interface PanelData {
  /** The shown file, from the root of its app. */
  readonly path: string;
  readonly kind: HandlerKind;
  /** As the router knows it: `/api/notes/:id`. */
  readonly route: string;
  /** All that answer, the handler first: the routes of an app share its memory. */
  readonly routes: readonly AppRoute[];
  /** What stands in the URL box at first. */
  readonly url: string;
  /** The method of the file's name; GET where it has none. */
  readonly method: string;
  readonly files: readonly CompiledFile[];
  readonly presets: readonly Preset[];
  /** Where the sandbox's document is, below the base URL of the site. */
  readonly sandbox: string;
  /** Names of what tests have recorded, and a reader can replay. */
  readonly recorded: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
  readonly words: Words;
}

/** What only some readers ask for. */
export interface LaterData {
  readonly words: LaterWords;
  /** In the order of their names. */
  readonly recordings: readonly Recording[];
}

/** All that a playground needs once it is open. */
export interface PlaygroundData extends PanelData {
  /** Fetches the rest, once it is needed. */
  readonly later: () => Promise<{ readonly default: LaterData }>;
  /** Fetches what the editor needs. */
  readonly edit: LoadEditData;
}

/** Fetches what the site has built for a playground. */
export type LoadPlayground = () => Promise<{
  readonly default: PlaygroundData;
}>;
