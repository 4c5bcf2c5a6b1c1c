import { batchSize } from '../protocol.ts';

// Saved before a handler can replace them.
const isView = ArrayBuffer.isView.bind(ArrayBuffer);
const { setPrototypeOf } = Object;

const fields = [
  'type',
  'id',
  'status',
  'statusText',
  'headers',
  'body',
  'data',
  'code',
  'reason',
  'level',
  'text',
  'dropped',
  'name',
] as const;

type Field = (typeof fields)[number];
type Fields = Partial<Record<Field, unknown>>;

interface List {
  readonly length: number;
  readonly [index: number]: unknown;
}

/** Limit of headers in one batch. */
const maxHeaders = 20_000;

/**
 * Copies records, so that messages only contain the objects of the protocol, whatever a handler did to built-in objects.
 * Therefore nothing here calls a method, iterates, or writes where a setter could be inherited.
 *
 * @returns undefined for too many headers
 */
export function plainRecords(
  records: readonly Readonly<Fields>[],
): Fields[] | undefined {
  const copies = bare<Fields[]>([]);
  let headers = 0;
  for (let at = 0; at < batchSize && at < records.length; at += 1) {
    const record = records[at];
    const copy = bare<Fields>({});
    for (let index = 0; record && index < fields.length; index += 1) {
      const field = fields[index] ?? 'type';
      const value = record[field];
      if (isPart(value)) copy[field] = value;
      else if (field === 'headers' && isList(value)) {
        const list = headerList(value);
        headers += list.length;
        copy.headers = list;
      }
    }
    if (headers > maxHeaders) return undefined;
    copies[at] = copy;
  }
  return copies;
}

function headerList(value: List): unknown[] {
  const list = bare<unknown[]>([]);
  for (let at = 0; at <= maxHeaders && at < value.length; at += 1) {
    const given = value[at];
    const pair = bare<unknown[]>([]);
    for (let side = 0; isList(given) && side < 2; side += 1) {
      const part = given[side];
      if (isPart(part)) pair[side] = part;
    }
    list[at] = pair;
  }
  return list;
}

/** Neither setters nor methods are inherited. */
function bare<T extends object>(value: T): T {
  setPrototypeOf(value, null);
  return value;
}

function isPart(value: unknown): boolean {
  return (
    typeof value === 'string' || typeof value === 'number' || isView(value)
  );
}

function isList(value: unknown): value is List {
  return typeof value === 'object' && value !== null && 'length' in value;
}
