/** The route of a handler file. */
export interface Route {
  /** Pattern for the router: `/api/notes/:id`, `/api/files/**:path`. */
  readonly url: string;
  /** All methods if undefined. */
  readonly method: RouteMethod | undefined;
}

const methods = [
  'connect',
  'delete',
  'get',
  'head',
  'options',
  'patch',
  'post',
  'put',
  'trace',
] as const;

/** A method in a file name: `notes.post.ts`. */
export type RouteMethod = (typeof methods)[number];

const folder = 'src/server/routes/';

/**
 * Returns the route of a file in `src/server/routes`, as in Nitro: `(group)/` is
 * ignored, `[id]` is a parameter, `[...slug]` the rest of the path, `index` the
 * folder itself.
 *
 * @param path from the root of the app
 * @returns undefined for a file that isn't a route in production
 */
export function routeOf(path: string): Route | undefined {
  if (!path.startsWith(folder) || !/\.[cm]?[jt]sx?$/.test(path)) {
    return undefined;
  }
  let url = path
    .slice(folder.length)
    .replace(/\.[a-z]+$/i, '')
    .replaceAll(/\([^(/]+\)\//g, '')
    .replaceAll('[...]', '**')
    .replaceAll(/\[\.{3}(\w+)\]/g, '**:$1')
    .replaceAll(/\[([^/\]]+)\]/g, ':$1');
  const environment = /\.(dev|prod|prerender)$/.exec(url);
  if (environment) {
    if (environment[1] !== 'prod') return undefined;
    url = url.slice(0, environment.index);
  }
  const method = methods.find((one) => url.endsWith(`.${one}`));
  if (method) url = url.slice(0, -method.length - 1);
  return { url: `/${url}`.replace(/\/index$/, '') || '/', method };
}

/**
 * Whether a route matches a path, as in the router: the query and a trailing
 * slash are ignored.
 *
 * @param route `/api/notes/:id`, `/api/files/**:path`
 * @param path `/api/notes/1?full`
 */
export function matchesRoute(route: string, path: string): boolean {
  const parts = partsOf(route);
  const segments = partsOf(path.split(/[?#]/)[0] ?? '');
  const rest = parts.findIndex((part) => part.startsWith('**'));
  const fixed = rest < 0 ? parts : parts.slice(0, rest);
  return (
    (rest < 0 ? segments.length === parts.length : segments.length >= rest) &&
    fixed.every(
      (part, index) => part.startsWith(':') || part === segments[index],
    )
  );
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}
