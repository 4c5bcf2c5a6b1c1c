import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  RecordedConnection,
  RecordedExchange,
  RecordedFrame,
  RecordedHead,
  Recording,
} from '../replay/recording.ts';
import type { HandlerKind } from './data.ts';
import { PlaygroundError } from './problem.ts';

/**
 * What tests of an example have recorded.
 *
 * @param names of evidence, `chat/messages`, with spaces between them; of one exchange, `notes/http#read`
 * @param kind of the handler that it is about
 * @returns each scenario under the name of its file, or of its exchange
 * @throws PlaygroundError when there is no such evidence, or it is about another kind of handler
 */
export function recordingsOf(
  examplesDir: string,
  names: string,
  kind: HandlerKind,
): Recording[] {
  return names
    .split(/\s+/)
    .filter(Boolean)
    .map((name) => {
      const [file = '', exchange] = name.split('#');
      const record = evidence(examplesDir, file);
      const own = exchange ?? file.split('/').at(-1) ?? '';
      const recording = recordingOf(record, own, kind, exchange);
      if (!recording) {
        throw new PlaygroundError(
          `"${name}" records nothing that a client sends to this kind of handler. Name evidence of its kind in send="…".`,
        );
      }
      return recording;
    });
}

function recordingOf(
  record: unknown,
  name: string,
  kind: HandlerKind,
  only: string | undefined,
): Recording | undefined {
  if (textIn(record, 'kind') !== kind) return undefined;
  const url = textIn(record, 'url') ?? '';
  if (kind === 'websocket') {
    const frames = listIn(record, 'frames').map(frameOf);
    return { kind, name, url, clients: textsIn(record, 'clients'), frames };
  }
  if (kind === 'event-stream') {
    const connections = listIn(record, 'connections').map(connectionOf);
    return { kind, name, url, connections };
  }
  const exchanges = Object.entries(objectIn(record, 'exchanges'))
    .filter(([key]) => only === undefined || key === only)
    .map(([, exchange]) => exchangeOf(exchange));
  return exchanges.length > 0 ? { kind, name, exchanges } : undefined;
}

/**
 * Reads what tests have recorded.
 *
 * @param name of the evidence, `chat/messages`
 * @throws PlaygroundError when there is none
 */
export function evidence(examplesDir: string, name: string): unknown {
  const [example = '', file = ''] = name.split('/');
  const path = join(examplesDir, example, 'evidence', `${file}.json`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new PlaygroundError(
      `there is no evidence "${name}"; send="…" takes names such as chat/messages. Name a file of examples/*/evidence.`,
    );
  }
}

function frameOf(frame: unknown): RecordedFrame {
  const client = textIn(frame, 'client') ?? '';
  const from = textIn(frame, 'from') === 'client' ? 'client' : 'server';
  const opcode = textIn(frame, 'opcode');
  if (opcode === 'close') {
    const code = numberIn(frame, 'code') ?? 1005;
    return {
      client,
      from,
      opcode,
      code,
      reason: textIn(frame, 'reason') ?? '',
    };
  }
  return {
    client,
    from,
    opcode: opcode === 'binary' ? 'binary' : 'text',
    payload: textIn(frame, 'payload') ?? '',
  };
}

function connectionOf(connection: unknown): RecordedConnection {
  return {
    request: { headers: textsIn(read(connection, 'request'), 'headers') },
    response: headOf(read(connection, 'response')),
    events: listIn(connection, 'events').map((event) => ({
      ...given('id', textIn(event, 'id')),
      ...given('event', textIn(event, 'event')),
      ...given('retry', numberIn(event, 'retry')),
      ...given('data', textIn(event, 'data')),
    })),
  };
}

function exchangeOf(exchange: unknown): RecordedExchange {
  const request = read(exchange, 'request');
  const response = read(exchange, 'response');
  return {
    request: {
      method: textIn(request, 'method') ?? 'GET',
      url: textIn(request, 'url') ?? '/',
      headers: textsIn(request, 'headers'),
      ...given('body', textIn(request, 'body')),
    },
    response: {
      ...headOf(response),
      ...given('body', textIn(response, 'body')),
    },
  };
}

function headOf(response: unknown): RecordedHead {
  return {
    status: numberIn(response, 'status') ?? 0,
    ...given('statusText', textIn(response, 'statusText')),
    headers: textsIn(response, 'headers'),
  };
}

/** A key with its value, if there is one. */
function given<Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [name in Key]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as Record<Key, Value>);
}

function listIn(value: unknown, key: string): readonly unknown[] {
  const list = read(value, key);
  return Array.isArray(list) ? list : [];
}

function textIn(value: unknown, key: string): string | undefined {
  const text = read(value, key);
  return typeof text === 'string' ? text : undefined;
}

function numberIn(value: unknown, key: string): number | undefined {
  const number = read(value, key);
  return typeof number === 'number' ? number : undefined;
}

function objectIn(value: unknown, key: string): Record<string, unknown> {
  const object = read(value, key);
  return isRecord(object) ? object : {};
}

function textsIn(value: unknown, key: string): Record<string, string> {
  const entries = Object.entries(objectIn(value, key));
  return Object.fromEntries(entries.map(([name, one]) => [name, String(one)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function read(value: unknown, key: string): unknown {
  return isRecord(value) ? value[key] : undefined;
}
