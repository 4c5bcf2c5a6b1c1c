import type { Options } from '@analogjs/platform';

/** The options of `analog()` in which layouts differ. */
export type LayoutOptions = Pick<
  Options,
  'apiPrefix' | 'useAPIMiddleware' | 'additionalAPIDirs'
> & { nitro?: { baseURL: string } };

/** One way to lay out server routes: only what differs from the shared app. */
export interface Variant {
  /** The special feature of the layout, in one line. */
  readonly about: string;
  /** Each route file of the app, with the handler of `handlers/` that it holds. */
  readonly files: RouteFiles;
  readonly options?: LayoutOptions;
  /** `base` of the Vite config. */
  readonly viteBase?: string;
  /** Variables set while it is built, and while a server runs. */
  readonly env?: { readonly build?: Environment; readonly run?: Environment };
  /** Prefixes that the path of a route file may have, apart from a base URL. */
  readonly prefixes: readonly string[];
  /** Base URLs that may precede all of that; without one, only `''`. */
  readonly bases?: readonly string[];
}

export type Environment = Readonly<Record<string, string>>;

/** Route files by the key that names them in evidence. */
export type RouteFiles = Readonly<Record<string, RouteFile>>;

export interface RouteFile {
  /** Its place in the app, from the app's folder. */
  readonly file: string;
  /** The contents of the file, from the folder of this example. */
  readonly source: string;
  readonly protocol: Protocol;
  /** A URL for it below its folder, for example `/ws/chat`. */
  readonly tail: string;
}

/** The way in which a client requests a route. */
export type Protocol = 'websocket' | 'stream' | 'get' | 'post';
