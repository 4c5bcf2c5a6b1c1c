import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Recording } from '../replay/recording.ts';
import type { HandlerKind, Preset } from './data.ts';
import { PlaygroundError } from './app-files.ts';

const headers = z.record(z.string(), z.string());
const sender = { client: z.string(), from: z.enum(['client', 'server']) };
const responseHead = {
  status: z.number(),
  statusText: z.string().exactOptional(),
  headers,
};

/** The parts of evidence that the playground reads, by kind of handler. */
const records = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('websocket'),
    url: z.string(),
    clients: z.record(z.string(), z.string()).default({}),
    frames: z.array(
      z.discriminatedUnion('opcode', [
        z.object({
          ...sender,
          opcode: z.enum(['text', 'binary']),
          payload: z.string(),
        }),
        z.object({
          ...sender,
          opcode: z.literal('close'),
          code: z.number(),
          reason: z.string(),
        }),
      ]),
    ),
  }),
  z.object({
    kind: z.literal('event-stream'),
    url: z.string(),
    connections: z.array(
      z.object({
        request: z.object({ headers }),
        response: z.object(responseHead),
        events: z.array(
          z.object({
            id: z.string().exactOptional(),
            event: z.string().exactOptional(),
            retry: z.number().exactOptional(),
            data: z.string().exactOptional(),
          }),
        ),
      }),
    ),
  }),
  z.object({
    kind: z.literal('http'),
    exchanges: z.record(
      z.string(),
      z.object({
        request: z.object({
          method: z.string(),
          url: z.string(),
          headers: headers.exactOptional(),
          body: z.string().exactOptional(),
        }),
        response: z.object({
          ...responseHead,
          body: z.string().exactOptional(),
        }),
      }),
    ),
  }),
]);
const routes = z.looseObject({ kind: z.literal('routes') });
const routeEntry = z.object({
  url: z.string(),
  production: z.record(z.string(), z.unknown()),
});

/**
 * Reads recorded scenarios of an example.
 *
 * @param names evidence separated by spaces: `chat/messages`, or one exchange, `notes/http#read`
 * @returns each scenario with the name of its file or exchange
 * @throws PlaygroundError for evidence that is missing, invalid, or about another kind of handler
 */
export function recordingsOf(
  examplesDir: string,
  names: string,
  kind: HandlerKind,
): Recording[] {
  return split(names).map((name) => {
    const recording = recordingOf(evidence(examplesDir, name), name);
    if (recording?.kind !== kind) {
      throw new PlaygroundError(
        `"${name}" contains nothing that a client sends to this kind of handler. Name evidence of its kind in send="…".`,
      );
    }
    return recording;
  });
}

/**
 * Reads the requests that a playground offers, or messages of a scenario that it cannot replay.
 *
 * @param names evidence separated by spaces: an exchange, `news/feed#published`, or a route with a method,
 *   `notes/routes#list.get`
 * @throws PlaygroundError for evidence that is missing or invalid, or contains no such request
 */
export function requestPresets(examplesDir: string, names: string): Preset[] {
  return split(names).flatMap((name) => {
    const json = evidence(examplesDir, name);
    if (routes.safeParse(json).success) return [routePreset(json, name)];
    const recording = recordingOf(json, name);
    if (!recording || recording.kind === 'event-stream') throw noRequest(name);
    return presetsOf([recording]);
  });
}

/** Lists each text or request that tests send once, without texts of which only the length is recorded: `<2001 characters>`. */
export function presetsOf(recordings: readonly Recording[]): Preset[] {
  const presets = recordings
    .flatMap(sentIn)
    .filter(({ text }) => !/^<\d+ \w+>$/.test(text));
  return [
    ...new Map(presets.map((one) => [JSON.stringify(one), one])).values(),
  ];
}

function sentIn(recording: Recording): Preset[] {
  if (recording.kind === 'event-stream') return [];
  if (recording.kind === 'websocket') {
    return recording.frames.flatMap((frame) =>
      frame.from === 'client' && frame.opcode === 'text'
        ? [{ text: frame.payload }]
        : [],
    );
  }
  return recording.exchanges.map(({ request, response }) => {
    const { method, url: path, headers = {}, body = '' } = request;
    const { location } = response.headers;
    return {
      text: body,
      request: {
        method,
        path,
        headers: Object.entries(headers),
        ...(location === undefined ? {} : { location }),
      },
    };
  });
}

function routePreset(json: unknown, name: string): Preset {
  const [route = '', method = ''] = (name.split('#')[1] ?? '').split('.');
  const { data } = z.record(z.string(), z.unknown()).safeParse(json);
  const { data: entry } = routeEntry.safeParse(data?.[route]);
  const isMethod = ['get', 'post', 'put', 'patch', 'delete'].includes(method);
  if (!entry || !isMethod || !(method in entry.production)) {
    throw noRequest(name);
  }
  return {
    text: '',
    request: { method: method.toUpperCase(), path: entry.url, headers: [] },
  };
}

function noRequest(name: string): PlaygroundError {
  return new PlaygroundError(
    `"${name}" contains no request; ask="…" takes an exchange, or a route with a method, such as notes/routes#list.get. Name one of that file.`,
  );
}

/**
 * @returns undefined for evidence without a kind of handler, and for a missing exchange
 */
function recordingOf(json: unknown, of: string): Recording | undefined {
  const [file = '', exchange] = of.split('#');
  const name = exchange ?? file.split('/').at(-1) ?? '';
  const kind = z.object({ kind: z.string() }).safeParse(json).data?.kind;
  if (!records.options.some(({ shape }) => shape.kind.value === kind)) {
    return undefined;
  }
  const { data, error } = records.safeParse(json);
  if (!data) {
    const [issue] = error.issues;
    throw new PlaygroundError(
      `the evidence "${file}" is invalid at "${issue?.path.join('.')}": ${issue?.message}. Record it again: npm run evidence`,
    );
  }
  if (data.kind !== 'http') return { name, ...data };
  const exchanges = Object.entries(data.exchanges)
    .filter(([key]) => exchange === undefined || key === exchange)
    .map(([, one]) => one);
  return exchanges.length > 0 ? { name, kind: 'http', exchanges } : undefined;
}

function evidence(examplesDir: string, of: string): unknown {
  const [name = ''] = of.split('#');
  const [example = '', file = ''] = name.split('/');
  const path = join(examplesDir, example, 'evidence', `${file}.json`);
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new PlaygroundError(
      `there is no evidence "${name}"; send="…" takes names such as chat/messages. Name a file of the app's folder evidence.`,
    );
  }
}

function split(names: string): string[] {
  return names.split(/\s+/).filter(Boolean);
}
