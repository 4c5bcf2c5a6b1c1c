import type { CompiledFile } from '../protocol.ts';
import type { Recording } from '../replay/recording.ts';
import type { PartWords, Words } from '../words.ts';
import type { EditWords } from '../editor/words.ts';

/** The protocol of a handler. */
export type HandlerKind = 'websocket' | 'event-stream' | 'http';

/** A route of a playground. */
export interface AppRoute {
  /** The route pattern: `/api/notes/:id`. */
  readonly url: string;
  /** All methods if undefined. */
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
    /** The recorded location of its response: `/api/notes/<note-1>`. Later paths can contain the same name. */
    readonly location?: string;
  };
}

/** Data of an open panel. */
export interface PanelData {
  /** The shown file, from the root of its app. */
  readonly path: string;
  readonly kind: HandlerKind;
  /** The route pattern: `/api/notes/:id`. */
  readonly route: string;
  /** All routes of the app, the handler's first: they share its memory. */
  readonly routes: readonly AppRoute[];
  /** The initial URL. */
  readonly url: string;
  /** The method in the file name; GET by default. */
  readonly method: string;
  readonly files: readonly CompiledFile[];
  readonly presets: readonly Preset[];
  /** Path of the sandbox's document below the base URL. */
  readonly sandbox: string;
  /** Names of recordings that can be replayed. */
  readonly recorded: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
  readonly words: Words;
  readonly links: HelpLinks;
}

/** Pages that explain a problem, by its name: paths of the site or URLs. */
export interface HelpLinks {
  /** A socket that opens and receives nothing. */
  readonly silent?: string;
  /** A handshake without a response. */
  readonly handshake?: string;
}

/** Data that is fetched on demand, by part. */
export interface PartData {
  readonly later: { readonly words: PartWords<'later'> };
  readonly replay: {
    readonly words: PartWords<'replay'>;
    /** In the order of `recorded`. */
    readonly recordings: readonly Recording[];
  };
  readonly external: { readonly words: PartWords<'external'> };
}

/** Fetches a part, once it is needed. */
type LoadParts = {
  readonly [P in keyof PartData]: () => Promise<{
    readonly default: PartData[P];
  }>;
};

/** Data of an open playground. */
export interface PlaygroundData extends PanelData, LoadParts {
  /** Fetches the data of the editor. */
  readonly edit: LoadEditData;
}

/** Fetches the data of a playground. */
export type LoadPlayground = () => Promise<{
  readonly default: PlaygroundData;
}>;

/** A file as a page shows it: without region markers, its comments in the page's language. */
export interface SourceFile {
  /** From the root of its app. */
  readonly path: string;
  readonly text: string;
}

/** Data of the editor, fetched with it. */
export interface EditData {
  /** The folder of the app, in which paths of links start. */
  readonly example: string;
  /** The handler first. */
  readonly sources: readonly SourceFile[];
  readonly words: EditWords;
  /** Path of the worker that compiles and highlights, below the base URL. */
  readonly worker: string;
}

/** Fetches it. */
export type LoadEditData = () => Promise<{ readonly default: EditData }>;
