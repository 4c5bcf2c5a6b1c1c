import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HandlerKind, Preset } from './data.ts';
import { PlaygroundError } from './problem.ts';

/**
 * What tests of an example send, from what they have recorded.
 *
 * @param names of evidence, `websocket-chat/chat`, with spaces between them; of an exchange, `api-routes/http#read`
 * @returns each text or request once; what a record only describes, as `<2001 characters>`, is left out
 * @throws PlaygroundError when there is no such evidence, or nothing in it is sent
 */
export function presetsOf(
  examplesDir: string,
  names: string,
  kind: HandlerKind,
): Preset[] {
  const found = names
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((name) => {
      const own =
        kind === 'websocket'
          ? messagesIn(evidence(examplesDir, name))
          : requestsIn(evidence(examplesDir, name), name.split('#')[1]);
      if (own.length === 0) {
        throw new PlaygroundError(
          `"${name}" records nothing that a client sends to this kind of handler. Name evidence of its kind in send="…".`,
        );
      }
      return own;
    });
  const known = new Map(found.map((one) => [JSON.stringify(one), one]));
  return [...known.values()];
}

function evidence(examplesDir: string, name: string): unknown {
  const [example = '', file = ''] = (name.split('#')[0] ?? '').split('/');
  const path = join(examplesDir, example, 'evidence', `${file}.json`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new PlaygroundError(
      `there is no evidence "${name}"; send="…" takes names such as websocket-chat/chat. Name a file of examples/*/evidence.`,
    );
  }
}

function messagesIn(record: unknown): Preset[] {
  return listOf(read(record, 'frames')).flatMap((frame) => {
    const text = read(frame, 'payload');
    return read(frame, 'from') === 'client' &&
      read(frame, 'opcode') === 'text' &&
      typeof text === 'string' &&
      !/^<\d+ \w+>$/.test(text)
      ? [{ text }]
      : [];
  });
}

function requestsIn(record: unknown, only: string | undefined): Preset[] {
  const exchanges = read(record, 'exchanges');
  return Object.entries(isRecord(exchanges) ? exchanges : {}).flatMap(
    ([name, exchange]) => {
      const request = read(exchange, 'request');
      const method = read(request, 'method');
      const path = read(request, 'url');
      const body = read(request, 'body');
      const headers = read(request, 'headers');
      if (typeof method !== 'string' || typeof path !== 'string') return [];
      if (only !== undefined && name !== only) return [];
      return [
        {
          text: typeof body === 'string' ? body : '',
          request: {
            method,
            path,
            headers: Object.entries(isRecord(headers) ? headers : {}).map(
              ([key, value]): [string, string] => [key, String(value)],
            ),
          },
        },
      ];
    },
  );
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function read(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}
