import type { Preset } from './data.ts';
import { presetsOf } from './presets.ts';
import { PlaygroundError } from './problem.ts';
import { evidence, recordingsOf } from './recordings.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/**
 * The requests that a playground offers, to its handler and to other routes of the app; or messages of a scenario that it
 * cannot replay, since more takes part than frames.
 *
 * @param names of evidence, with spaces between them: of an exchange, `news/feed#published`, or of a route and a
 *   method, `notes/routes#list.get`
 * @throws PlaygroundError when there is no such evidence, or it records no request
 */
export function requestsOf(examplesDir: string, names: string): Preset[] {
  return names
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((name) => {
      const [file = '', part = ''] = name.split('#');
      const record = evidence(examplesDir, file);
      const kind = read(record, 'kind');
      if (kind === 'routes') return [requestTo(record, name, part)];
      const offered = kind === 'websocket' ? kind : 'http';
      return presetsOf(recordingsOf(examplesDir, name, offered));
    });
}

function requestTo(record: unknown, name: string, part: string): Preset {
  const [route = '', method = ''] = part.split('.');
  const entry = read(record, route);
  const path = read(entry, 'url');
  if (
    typeof path !== 'string' ||
    !methods.includes(method) ||
    read(read(entry, 'production'), method) === undefined
  ) {
    throw new PlaygroundError(
      `"${name}" records no request; ask="…" takes a route and a method of it, such as notes/routes#list.get, or an exchange. Name one of that file.`,
    );
  }
  return {
    text: '',
    request: { method: method.toUpperCase(), path, headers: [] },
  };
}

function read(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Reflect.get(value, key)
    : undefined;
}
