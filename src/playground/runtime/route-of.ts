/** Where a handler file answers. */
export interface Route {
  /** For the router: `/api/notes/:id`, `/api/files/**:path`. */
  readonly url: string;
  /** Only this method; every one when undefined. */
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

/** A method that a file name can carry: `notes.post.ts`. */
export type RouteMethod = (typeof methods)[number];

const folder = 'src/server/routes/';

/**
 * Where Nitro serves a file of `src/server/routes`. `(group)/` folders count
 * for nothing, `[id]` is a parameter, `[...slug]` the rest of the path, `index`
 * the folder itself.
 *
 * @param path from the root of the app
 * @returns undefined for a file that is no route of a production server
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
