import { factOf, parseReference } from '../record/fact.ts';
import { quoted } from '../../core/nearest.ts';
import { EvidenceError } from '../problem.ts';
import { isObject, type Json, type JsonObject } from '../record/record.ts';
import type { EvidenceStore } from '../record/store.ts';

/**
 * A counter-example: a value of a routes or layout record of which a run showed that it does not work.
 *
 * @param store the evidence
 * @param of `<example>/<file>#<name>.url`, or another value of that name; of a layout `files.<name>`, or one of
 *   `served.<name>.<server>.silent`
 * @returns the value
 * @throws EvidenceError if there is no such value, or if one of the two servers answers there
 */
export function wrongOf(store: EvidenceStore, of: string): string {
  const value = String(factOf(store, of));
  const { name, path } = parseReference(of);
  const { json, record } = store.file(name);
  if (record.kind === 'values' && record.named === 'layout') {
    refuseServed(json, { of, path, value });
    return value;
  }
  const route = json[path.slice(0, path.lastIndexOf('.'))];
  if (record.kind !== 'routes' || !isObject(route)) {
    throw new EvidenceError(
      `"${of}" is not of a route, so nothing shows that it is wrong. Name the url or file of a route.`,
    );
  }
  for (const server of ['development', 'production']) {
    const outcome = route[server];
    if (!isObject(outcome)) {
      throw new EvidenceError(
        `nothing was asked of the ${server} server at "${value}", so nothing shows that it is wrong. Measure it there too.`,
      );
    }
    if (answers(outcome)) {
      throw new EvidenceError(
        `the ${server} server answers at "${value}", so it is no counter-example. Delete the ~~ around it.`,
      );
    }
  }
  return value;
}

interface LayoutValue {
  readonly of: string;
  readonly path: string;
  readonly value: string;
}

/** A layout tells for each file at which URLs it is served, and where a socket only opens. */
function refuseServed(
  layout: JsonObject,
  { of, path, value }: LayoutValue,
): void {
  const [list, name = '', server = '', silent] = path.split('.');
  const isFile = list === 'files' && server === '';
  const isSilent = list === 'served' && silent === 'silent';
  if (!isFile && !isSilent) {
    throw new EvidenceError(
      `nothing shows that "${of}" is wrong. Of a layout, name files.<name> or served.<name>.<server>.silent.<number>.`,
    );
  }
  for (const each of ['development', 'production']) {
    const urls = urlsOf(layout, name, each);
    if (isFile ? urls.length > 0 : urls.includes(value)) {
      throw new EvidenceError(
        `the ${each} server answers for "${value}"${isFile ? ` at ${quoted(urls)}` : ''}, so it is no counter-example. Delete the ~~ around it.`,
      );
    }
  }
}

function urlsOf(layout: JsonObject, name: string, server: string): string[] {
  const served = layout['served'];
  const form = isObject(served) ? served[name] : undefined;
  const answer = isObject(form) ? form[server] : undefined;
  const urls = isObject(answer) ? answer['urls'] : undefined;
  if (!Array.isArray(urls)) {
    throw new EvidenceError(
      `the layout does not say where the ${server} server serves "${name}", so nothing shows that it is wrong. Record it again with: npm run evidence`,
    );
  }
  return urls.flatMap((url: Json) => (typeof url === 'string' ? [url] : []));
}

function answers(server: JsonObject): boolean {
  if (server['websocket'] !== undefined)
    return server['websocket'] === 'answers';
  // One entry for each method that was tried.
  return Object.values(server).some((answer) => {
    if (!isObject(answer)) return false;
    const type = answer['content-type'];
    // An unknown URL is answered with the page.
    const page = typeof type === 'string' && type.startsWith('text/html');
    return !page && Number(answer['status']) < 400;
  });
}
