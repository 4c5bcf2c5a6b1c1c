/**
 * Whether a path is answered by a route, as the router sees it: a query and a
 * slash at the end count for nothing.
 *
 * @param route `/api/notes/:id`, `/api/files/**:path`
 * @param path what a reader has written: `/api/notes/1?full`
 */
export function answersAt(route: string, path: string): boolean {
  const parts = partsOf(route);
  const asked = partsOf(path.split(/[?#]/)[0] ?? '');
  const rest = parts.findIndex((part) => part.startsWith('**'));
  const fixed = rest < 0 ? parts : parts.slice(0, rest);
  return (
    (rest < 0 ? asked.length === parts.length : asked.length >= rest) &&
    fixed.every((part, index) => part.startsWith(':') || part === asked[index])
  );
}

function partsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}
