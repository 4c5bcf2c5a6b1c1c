import { join, posix, relative } from 'node:path';
import type { PageIndex } from '../../core/page-index.ts';
import type { Member } from './packages.ts';
import type { CompiledFile } from '../protocol.ts';
import { type Route, routeOf } from '../runtime/route-of.ts';
import {
  type Closure,
  closureOf,
  filesBelow,
  isFile,
  PlaygroundError,
} from './app-files.ts';
import type { AppRoute, HandlerKind } from './data.ts';

/** A handler with the other routes of its app, and their imports. */
export interface Handler {
  /** From the root of its app. */
  readonly path: string;
  readonly route: Route;
  readonly kind: HandlerKind;
  /** The handler, then its imports. */
  readonly files: readonly CompiledFile[];
  /** The other routes of its app and their imports. */
  readonly others: readonly CompiledFile[];
  /** The route of the handler, then the other routes of its app. */
  readonly routes: readonly AppRoute[];
  /** Other routes of its app that cannot run in a page. */
  readonly missing: readonly string[];
  /** Used members of on-demand packages, by package. */
  readonly members: ReadonlyMap<string, readonly Member[]>;
}

/**
 * Compiles a handler with the other routes of its app, which share its memory, and the files that they import.
 *
 * @param examplesDir the folder of the examples
 * @param of the handler's file from there
 * @throws PlaygroundError if the handler doesn't exist, or needs something that a browser lacks
 */
export function readHandler(examplesDir: string, of: string): Handler {
  const [example = '', ...rest] = of.split('/');
  const path = rest.join('/');
  const folder = join(examplesDir, example);
  const route = posix.normalize(path) === path ? routeOf(path) : undefined;
  if (!route || !isFile(join(folder, path))) {
    throw new PlaygroundError(
      `there is no handler "${of}" in ${relative(process.cwd(), examplesDir)}/; the playground runs a file of an app's src/server/routes. Write <Playground of="chat/src/server/routes/api/ws/chat.ts" />.`,
    );
  }
  const own = closureOf(examplesDir, example, path);
  const found = new Map([[path, own]]);
  const missing: string[] = [];
  for (const other of filesBelow(folder, 'src/server/routes')) {
    if (other === path || !routeOf(other)) continue;
    try {
      found.set(other, closureOf(examplesDir, example, other));
    } catch (error) {
      if (!(error instanceof PlaygroundError)) throw error;
      missing.push(other);
    }
  }
  const closures = [...found.values()];
  const others = new Map(
    closures.flatMap(({ files }) => files.map((file) => [file.path, file])),
  );
  for (const file of own.files) others.delete(file.path);
  const routes = [...found].flatMap(([file, closure]): AppRoute[] => {
    const { url, method } = routeOf(file) ?? {};
    return url === undefined
      ? []
      : [{ url, method: method?.toUpperCase(), kind: kindOf(closure) }];
  });
  return {
    path,
    route,
    kind: kindOf(own),
    files: own.files,
    others: [...others.values()],
    routes,
    missing,
    members: joined(closures.map(({ members }) => members)),
  };
}

/**
 * The files that the playgrounds of a page are made from.
 *
 * @param page its index
 * @param examplesDir the folder of the examples
 * @returns paths from `examples/`, whether they exist or not; a folder ends with a slash
 */
export function playgroundDependencies(
  { elements }: PageIndex,
  examplesDir: string,
): string[] {
  return elements.flatMap(({ name, texts }) => {
    const of = texts.get('of');
    if (name !== 'Playground' || of === undefined) return [];
    const [example = ''] = of.split('/');
    const evidence = `${texts.get('send') ?? ''} ${texts.get('ask') ?? ''}`
      .split(/[\s#]+/)
      .flatMap((one) => {
        const [from, file] = one.split('/');
        return file === undefined ? [] : [`${from}/evidence/${file}.json`];
      });
    return [
      of,
      // New routes, and routes that can run after a change, change the page too.
      `${example}/src/`,
      ...handlerFiles(examplesDir, of).map((path) => `${example}/${path}`),
      ...evidence,
    ];
  });
}

function handlerFiles(examplesDir: string, of: string): string[] {
  try {
    const { files, others } = readHandler(examplesDir, of);
    return [...files, ...others].map(({ path }) => path);
  } catch (error) {
    if (error instanceof PlaygroundError) return [];
    throw error;
  }
}

function joined(
  all: readonly Closure['members'][],
): ReadonlyMap<string, readonly Member[]> {
  const members = new Map<string, readonly Member[]>();
  for (const [name, paths] of all.flatMap((one) => [...one])) {
    members.set(name, [...(members.get(name) ?? []), ...paths]);
  }
  return members;
}

/** Imports count too: an alias only re-exports, and another file can open the stream. */
function kindOf({ files }: Closure): HandlerKind {
  const uses = (name: RegExp) => files.some(({ code }) => name.test(code));
  if (uses(/\bdefineWebSocketHandler\b/)) return 'websocket';
  return uses(/\bcreateEventStream\b/) ? 'event-stream' : 'http';
}
