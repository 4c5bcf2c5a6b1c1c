import { join, posix } from 'node:path';
import type { Member } from '../bundle-package.ts';
import type { CompiledFile } from '../protocol.ts';
import { type Route, routeOf } from '../runtime/route-of.ts';
import { type Closure, closureOf, filesBelow, isFile } from './app-files.ts';
import type { AppRoute, HandlerKind } from './data.ts';
import { PlaygroundError } from './problem.ts';

/** A handler, with the routes that run beside it and all that they import. */
export interface Handler {
  /** From the root of its app. */
  readonly path: string;
  readonly route: Route;
  readonly kind: HandlerKind;
  /** The handler first, then what it imports. */
  readonly files: readonly CompiledFile[];
  /** The other routes of its app that run beside it, and what only they import. */
  readonly others: readonly CompiledFile[];
  /** All that answer: the handler first, then the other routes of its app. */
  readonly routes: readonly AppRoute[];
  /** Other routes of its app that cannot run in a page. */
  readonly missing: readonly string[];
  /** What all of them use of the packages that are fetched on demand, by their names. */
  readonly members: ReadonlyMap<string, readonly Member[]>;
}

/**
 * Compiles a handler with the other routes of its app, which share its memory, and the files that they import.
 *
 * @param examplesDir the folder of the examples
 * @param of the handler's file from there
 * @throws PlaygroundError when there is no such handler, or it needs what a browser does not have
 */
export function readHandler(examplesDir: string, of: string): Handler {
  const [example = '', ...rest] = of.split('/');
  const path = rest.join('/');
  const folder = join(examplesDir, example);
  const route = posix.normalize(path) === path ? routeOf(path) : undefined;
  if (!route || !isFile(join(folder, path))) {
    throw new PlaygroundError(
      `there is no handler "${of}" in examples/; the playground runs one file of an example's src/server/routes. Write <Playground of="chat/src/server/routes/api/ws/chat.ts" />.`,
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
 * The files that a playground is made of, for what watches them.
 *
 * @param source the MDX of a page
 * @returns paths from `examples/`; one that does not exist is reported elsewhere
 */
export function playgroundSources(
  source: string,
  examplesDir: string,
): string[] {
  return [...source.matchAll(/<Playground\s+of="([^"]+)"/g)].flatMap(
    ([, of = '']) => {
      const [example = ''] = of.split('/');
      try {
        const { files, others, missing } = readHandler(examplesDir, of);
        const read = [...files, ...others].map((file) => file.path);
        return [...read, ...missing].map((path) => `${example}/${path}`);
      } catch (error) {
        if (error instanceof PlaygroundError) return [of];
        throw error;
      }
    },
  );
}

function joined(
  all: readonly Closure['members'][],
): ReadonlyMap<string, readonly Member[]> {
  const members = new Map<string, readonly Member[]>();
  for (const [name, own] of all.flatMap((one) => [...one])) {
    members.set(name, [...(members.get(name) ?? []), ...own]);
  }
  return members;
}

/** Of what it imports too: an alias only hands on, and a stream can be opened by another file. */
function kindOf({ files }: Closure): HandlerKind {
  const uses = (name: RegExp) => files.some(({ code }) => name.test(code));
  if (uses(/\bdefineWebSocketHandler\b/)) return 'websocket';
  return uses(/\bcreateEventStream\b/) ? 'event-stream' : 'http';
}
