import type { RouteFile, Variant } from '../../layouts/variant.ts';

/** What is asked at some URLs, by the name that it has in evidence. */
export interface Question {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'UPGRADE';
  /** The handler of `handlers/` that should answer. */
  readonly handler: string;
  readonly urls: readonly string[];
}

/** All that is asked of a variant: each URL at which an answer is thinkable. */
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

/** The forms of a URL that should make no difference. */
export const forms = {
  plain: '',
  trailingSlash: '/',
  query: '?a=1',
} as const;

export type Form = keyof typeof forms;

/** `url` in one of its forms; the root has a slash already. */
export function formOf(url: string, form: Form): string {
  return form === 'trailingSlash' && url.endsWith('/')
    ? url
    : url + forms[form];
}
