import type { RouteFile, Variant } from '../../layouts/variant';

/** Requests to some URLs, by the name in evidence. */
export interface Question {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'UPGRADE';
  /** The handler in `handlers/` that should respond. */
  readonly handler: string;
  readonly urls: readonly string[];
}

/** Returns all requests for a variant: each URL at which a response is conceivable. */
export function questionsFor(variant: Variant): Question[] {
  const at = (tail: string) => urlsFor(variant, tail);
  const files = Object.entries(variant.files);
  const first = (protocol: RouteFile['protocol']): string => {
    const [, file] =
      files.find(([, { protocol: other }]) => other === protocol) ?? [];
    if (!file) throw new Error(`No route file for ${protocol}`);
    return file.tail;
  };
  const [socket, get] = [first('websocket'), first('get')];
  return [
    ...files.map(([name, file]) => ({
      name,
      method: methodOf(file),
      handler: handlerOf(file),
      urls: at(file.tail),
    })),
    {
      name: 'getOnSocketRoute',
      method: 'GET',
      handler: 'none',
      urls: at(socket),
    },
    { name: 'wrongMethod', method: 'POST', handler: 'get', urls: at(get) },
    { name: 'unknown', method: 'GET', handler: 'none', urls: at('/nope') },
    {
      name: 'unknownSocket',
      method: 'UPGRADE',
      handler: 'none',
      urls: ['/', ...at('/ws/nope')],
    },
    {
      name: 'socketOnHttpRoute',
      method: 'UPGRADE',
      handler: 'none',
      urls: at(get),
    },
  ];
}

function urlsFor({ bases = [''], prefixes }: Variant, tail: string): string[] {
  return bases.flatMap((base) =>
    prefixes.map((prefix) => base + prefix + tail),
  );
}

function methodOf({ protocol }: RouteFile): Question['method'] {
  const methods = {
    websocket: 'UPGRADE',
    stream: 'GET',
    get: 'GET',
    post: 'POST',
  } as const;
  return methods[protocol];
}

function handlerOf({ source }: RouteFile): string {
  return /([^/]+)\.ts$/.exec(source)?.[1] ?? '';
}

/** Forms of a URL that should make no difference. */
export const forms = {
  plain: '',
  trailingSlash: '/',
  query: '?a=1',
} as const;

export type Form = keyof typeof forms;

/** Returns a URL in one of its forms; the root already has a slash. */
export function formOf(url: string, form: Form): string {
  return form === 'trailingSlash' && url.endsWith('/')
    ? url
    : url + forms[form];
}
