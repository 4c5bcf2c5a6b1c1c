import { factOf, parseReference } from './fact.ts';
import { EvidenceError } from './problem.ts';
import { isObject, type Json } from './record.ts';
import type { EvidenceStore } from './store.ts';

/**
 * A counter-example: a value of a routes record of which a run showed that it does not work.
 *
 * @param store the evidence
 * @param of `<example>/<file>#<name>.url`, or another value of that name
 * @returns the value
 * @throws EvidenceError if there is no such value, or if one of the two servers answers there
 */
export function wrongOf(store: EvidenceStore, of: string): string {
  const value = String(factOf(store, of));
  const { name, path } = parseReference(of);
  const { json, record } = store.file(name);
  const route = json[path.slice(0, path.lastIndexOf('.'))];
  if (record.kind !== 'routes' || !isObject(route)) {
    throw new EvidenceError(
      `"${of}" is not of a route, so nothing shows that it is wrong. Name the url or file of a route.`,
    );
  }
  for (const server of ['development', 'production']) {
    if (answers(route[server])) {
      throw new EvidenceError(
        `the ${server} server answers at "${value}", so it is no counter-example. Write <Fact of="${of}" />.`,
      );
    }
  }
  return value;
}

function answers(server: Json | undefined): boolean {
  if (!isObject(server)) return true;
  if (server['websocket'] !== undefined)
    return server['websocket'] === 'answers';
  const get = server['get'];
  if (!isObject(get)) return false;
  const type = get['content-type'];
  // An unknown URL is answered with the page.
  const page = typeof type === 'string' && type.startsWith('text/html');
  return !page && Number(get['status']) < 400;
}
