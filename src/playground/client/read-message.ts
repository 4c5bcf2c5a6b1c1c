import type { FromWorker, HeaderList, ServerRecord } from '../protocol.ts';
import { batchSize, unsupportedNames } from '../protocol.ts';

const levels = ['debug', 'log', 'info', 'warn', 'error'] as const;

/**
 * Validates a message from the worker. Handlers run in it and can post anything, so
 * every field is checked.
 *
 * @returns undefined for an invalid message
 */
export function readMessage(data: unknown): FromWorker | undefined {
  if (!isObject(data)) return undefined;
  switch (data['type']) {
    case 'ready':
    case 'fatal':
      return { type: data['type'] };
    case 'alive':
      return isNumber(data['taken'])
        ? { type: 'alive', taken: data['taken'] }
        : undefined;
    case 'pong':
      return isNumber(data['count'])
        ? { type: 'pong', count: data['count'] }
        : undefined;
    case 'batch': {
      const { records } = data;
      return Array.isArray(records) &&
        records.length <= batchSize &&
        records.every(isRecord)
        ? { type: 'batch', records }
        : undefined;
    }
    default:
      return undefined;
  }
}

function isRecord(value: unknown): value is ServerRecord {
  if (!isObject(value)) return false;
  if (value['type'] === 'console') {
    return (
      levels.some((level) => level === value['level']) &&
      isString(value['text']) &&
      isNumber(value['dropped'])
    );
  }
  if (value['type'] === 'unsupported') {
    return unsupportedNames.some((name) => name === value['name']);
  }
  if (!isNumber(value['id'])) return false;
  switch (value['type']) {
    case 'handshake':
      return isHead(value) && isString(value['body']);
    case 'head':
      return isHead(value);
    case 'data':
      return isString(value['data']) || value['data'] instanceof Uint8Array;
    case 'chunk':
      return value['data'] instanceof Uint8Array;
    case 'close':
      return (
        (value['code'] === undefined || isNumber(value['code'])) &&
        isString(value['reason'])
      );
    case 'end':
    case 'finish':
      return true;
    default:
      return false;
  }
}

function isHead(value: Record<string, unknown>): boolean {
  return (
    isNumber(value['status']) &&
    isString(value['statusText']) &&
    isHeaders(value['headers'])
  );
}

function isHeaders(value: unknown): value is HeaderList {
  return (
    Array.isArray(value) &&
    value.every(
      (pair) =>
        Array.isArray(pair) && pair.length === 2 && pair.every(isString),
    )
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}
