import { EvidenceError } from '../../evidence/problem.ts';
import {
  isObject,
  type Json,
  type JsonObject,
  Reader,
} from '../../evidence/record/record.ts';
import type { EvidenceFile } from '../../evidence/record/record.ts';
import type { EvidenceStore } from '../../evidence/record/store.ts';

/** What a client sees at a URL, as the example names it. */
export const outcomes = [
  'answers',
  'answers as another route',
  'opens and stays silent',
  'streams without its content type',
  'upgrade required',
  'redirects',
  'page HTML',
  'not found',
  'method not allowed',
  'refused',
  'closes',
  'hangs',
  'fails',
] as const;

/** One of these names. */
export type Outcome = (typeof outcomes)[number];

/** How a client speaks with a route. */
export const protocols = ['websocket', 'stream', 'get', 'post'] as const;

/** One of these names. */
export type Protocol = (typeof protocols)[number];

/** What a client sees at one URL of one server. */
export interface Answer {
  readonly outcome: Outcome;
  readonly status?: number;
  /** Where it redirects to, and what is found there. */
  readonly location?: string;
  readonly leadsTo?: Outcome;
}

/** The answers of one server by URL, in the order in which it was asked. */
export type Answers = ReadonlyMap<string, Answer>;

/** A route file of a layout, and what was seen at each URL at which it could be. */
export interface LaidFile {
  /** Its name in the evidence. */
  readonly key: string;
  /** Its path from the root of the app. */
  readonly path: string;
  readonly protocol: Protocol;
  readonly development: Answers;
  readonly production: Answers;
}

/** One way to lay an app out, as it was measured. */
export interface Layout {
  readonly name: string;
  /** What is special about it, in English. */
  readonly about: string;
  /** Its options and variables, as they are written: `apiPrefix: 'svc'`. */
  readonly settings: readonly string[];
  /** The layout that differs from this one only by having no base URL; its own name if it has none. */
  readonly withoutBase: string;
  readonly files: readonly LaidFile[];
}

/**
 * The layouts that an example measured.
 *
 * @param store the evidence
 * @param example the example's name
 * @returns its files of kind `layout`: those without a base URL first, then by how much is special about them
 * @throws EvidenceError if it has none, or if one has not the shape of its kind
 */
export function layoutsOf(store: EvidenceStore, example: string): Layout[] {
  const read = store.names
    .filter((name) => name.startsWith(`${example}/`))
    .map((name) => ({
      name: name.slice(example.length + 1),
      file: store.file(name),
    }))
    .filter(({ file }) => file.json['kind'] === 'layout')
    .map(({ name, file }) => readLayout(name, file));
  if (read.length === 0) {
    throw new EvidenceError(
      `"${example}" has no evidence of kind "layout". Name an example that measures layouts.`,
    );
  }
  return read
    .sort(
      (a, b) =>
        Number(a.base) - Number(b.base) ||
        a.layout.settings.length - b.layout.settings.length ||
        a.layout.files.length - b.layout.files.length ||
        a.layout.name.localeCompare(b.layout.name, 'en'),
    )
    .map(({ layout, twin }) => ({
      ...layout,
      withoutBase:
        read.find((other) => !other.base && other.twin === twin)?.layout.name ??
        layout.name,
    }));
}

function readLayout(name: string, file: EvidenceFile) {
  const root = new Reader(file.path, '', file.json);
  const files = root.at('files').strings();
  const options = settingsIn(root.at('options').object());
  const vite = settingsIn(root.optional('vite')?.object() ?? {});
  const variables = root
    .at('env')
    .entries()
    .flatMap(([, values]) => Object.entries(values.strings()))
    .map(([key, value]) => `${key}=${value}`);
  const settings = [...new Set([...options, ...vite, ...variables])];
  const others = settings.filter((setting) => !isBase(setting));
  return {
    layout: {
      name,
      about: root.at('about').string(),
      settings,
      files: root
        .at('served')
        .entries()
        .map(([key, served]): LaidFile => {
          const path = files[key];
          return {
            key,
            path: path ?? root.at('files').fail(`lacks "${key}"`),
            protocol: served.at('protocol').oneOf(protocols),
            development: answersIn(root.at('development').at(key)),
            production: answersIn(root.at('production').at(key)),
          };
        }),
    },
    base: others.length < settings.length,
    // What two layouts share that differ in their base URL only.
    twin: JSON.stringify([files, others]),
  };
}

function answersIn(answers: Reader): Answers {
  return new Map(
    answers.entries().map(([url, answer]): [string, Answer] => {
      const status = answer.optional('status')?.number();
      const location = answer.optional('location')?.string();
      const leadsTo = answer.optional('leadsTo')?.at('outcome').oneOf(outcomes);
      return [
        url,
        {
          outcome: answer.at('outcome').oneOf(outcomes),
          ...(status === undefined ? {} : { status }),
          ...(location === undefined ? {} : { location }),
          ...(leadsTo === undefined ? {} : { leadsTo }),
        },
      ];
    }),
  );
}

function isBase(setting: string): boolean {
  return /^(?:nitro\.baseURL: |base: |NITRO_APP_BASE_URL=)/.test(setting);
}

function settingsIn(options: JsonObject, prefix = ''): string[] {
  return Object.entries(options).flatMap(([key, value]) =>
    isObject(value)
      ? settingsIn(value, `${prefix}${key}.`)
      : [`${prefix}${key}: ${source(value)}`],
  );
}

function source(value: Json): string {
  return typeof value === 'string'
    ? `'${value}'`
    : Array.isArray(value)
      ? `[${value.map((item: Json) => source(item)).join(', ')}]`
      : JSON.stringify(value);
}
